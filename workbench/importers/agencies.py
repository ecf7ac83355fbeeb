"""News agencies and the names they sign with, in the languages of the papers that print them."""

from __future__ import annotations

import re

_NAMES = {
    "AP": "AP|Associated Press|The Associated Press|美联社|美聯社|АП|أسوشيتد برس|أ ب|AP통신|AP通信|איי-פי",
    "Reuters": "Reuters|REUTERS|Thomson Reuters|Рейтер|Рейтерс|رويترز|רויטרס|ロイター|路透社|路透|로이터|로이터통신|ロイター通信",
    "AFP": "AFP|Agence France-Presse|Agence France Presse|АФП|فرانس برس|أ ف ب|אי-אף-פי|法新社|AFP통신|AFP時事|AFP=時事"
    "|AFP=연합뉴스|Франс Пресс|France-Presse",
    "dpa": "dpa|DPA|dpa-AFX|Deutsche Presse-Agentur|د ب أ|د.ب.أ|ДПА|Deutschen Presse-Agentur",
    "UPI": "UPI|United Press International",
    "EFE": "EFE|Agencia EFE|Efe|إفي|埃菲社",
    "ANSA": "ANSA|Ansa|Agenzia ANSA|安莎社",
    "Europa Press": "Europa Press",
    "Lusa": "Lusa|LUSA|Agência Lusa",
    "Xinhua": "Xinhua|新华社|新華社|شينخوا|新華社通信|Синьхуа|신화통신|신화사",
    "TASS": "TASS|ТАСС|تاس|塔斯社|タス通信|타스|타스통신|ITAR-TASS|ИТАР-ТАСС|Itar-Tass",
    "Interfax": "Interfax|Интерфакс|Interfax-Ukraine|Інтерфакс-Україна",
    "RIA Novosti": "RIA Novosti|РИА Новости|РІА Новости|俄新社|ريا نوفوستي",
    "Ukrinform": "Ukrinform|Укринформ|Укрінформ",
    "UNIAN": "UNIAN|УНІАН|УНИАН",
    "Belta": "BelTA|БЕЛТА|БелТА",
    "Yonhap": "Yonhap|Yonhap News|연합뉴스|연합|韩联社|韓聯社|聯合通訊社|聯合ニュース",
    "Newsis": "Newsis|뉴시스",
    "News1": "News1|뉴스1",
    "Kyodo": "Kyodo|Kyodo News|共同|共同通信|共同通信社|共同社",
    "Jiji": "Jiji|Jiji Press|時事|時事通信|時事通信社",
    "Bloomberg": "Bloomberg|Bloomberg News|彭博社|블룸버그",
    "PA": "PA Media|Press Association|PA Wire|PA News",
    "Anadolu": "Anadolu|Anadolu Agency|Anadolu Ajansı|AA|الأناضول|وكالة الأناضول",
    "Agenzia Nova": "Agenzia Nova|Nova.News",
    "Adnkronos": "Adnkronos|AdnKronos|ADNKRONOS",
    "Askanews": "Askanews|askanews|AskaNews",
    "LaPresse": "LaPresse",
    "AGI": "AGI|Agi",
    "KNA": "KNA",
    "epd": "epd",
    "IAR": "IAR",
    "ANKA": "ANKA|ANKA Haber Ajansı",
    "Fars": "خبرگزاری فارس",
    "Tasnim": "تسنیم|خبرگزاری تسنیم|Tasnim",
    "Mehr": "خبرگزاری مهر",
    "China News Service": "中新社|中国新闻社|中新网",
    "Sputnik": "Sputnik|سبوتنيك|スプートニク",
    "UNN": "УНН",
    "DHA": "DHA|Demirören Haber Ajansı",
    "İHA": "İHA|İhlas Haber Ajansı",
    "PTI": "PTI|Press Trust of India",
    "ANI": "ANI|Asian News International",
    "IANS": "IANS",
    "IRNA": "IRNA|ایرنا|خبرگزاری ایرنا|إرنا",
    "ISNA": "ISNA|ایسنا",
    "WAFA": "WAFA|وفا",
    "MENA": "MENA|أ ش أ",
    "CNA": "Central News Agency|中央社",
    "Antara": "Antara|ANTARA",
    "Bernama": "Bernama|BERNAMA",
    "AAP": "Australian Associated Press|AAP",
    "Canadian Press": "The Canadian Press|Canadian Press|La Presse Canadienne",
    "APA": "APA|Austria Presse Agentur",
    "Keystone-SDA": "Keystone-SDA|Keystone-ATS|SDA|ATS",
    "Belga": "Belga",
    "ANP": "ANP",
    "NTB": "NTB|Norsk Telegrambyrå",
    "TT": "TT|Tidningarnas Telegrambyrå|TT-Reuters|TT-AFP",
    "Ritzau": "Ritzau|Ritzaus Bureau",
    "STT": "STT|Suomen Tietotoimisto",
    "BNS": "BNS|Baltic News Service",
    "LETA": "LETA",
    "PAP": "PAP|Polska Agencja Prasowa",
    "ČTK": "ČTK|CTK|Česká tisková kancelář",
    "TASR": "TASR|SITA",
    "MTI": "MTI|Magyar Távirati Iroda",
    "Agerpres": "Agerpres|AGERPRES|Mediafax",
    "BTA": "BTA|БТА",
    "Tanjug": "Tanjug|Танјуг|TANJUG",
    "Hina": "Hina|HINA",
    "AMNA": "AMNA|ΑΠΕ-ΜΠΕ|ANA-MPA|ΑΠΕ",
    "Télam": "Télam|Telam",
    "Notimex": "Notimex",
    "Agência Brasil": "Agência Brasil",
    "Notimérica": "Notimérica",
    "NINA": "NINA",
    "SPA": "Saudi Press Agency|واس",
    "WAM": "WAM|وام",
    "VNA": "VNA|TTXVN|Vietnam News Agency",
}
_OF = {name: agency for agency, names in _NAMES.items() for name in names.split("|")}
_FOLDED = {name.casefold(): agency for name, agency in _OF.items()}
NAME = "|".join(re.escape(name) for name in sorted(_OF, key=len, reverse=True))
"""Any of the names, for a pattern; what letters may stand around it is for the pattern to say."""


def agency(words: str) -> str | None:
    """The agency that some words name, and nothing else but its legal form or "news agency"; None for any other words."""
    bare = re.sub(
        r"(?i)^(?:the|die|l['’]|la|agence|agencia|agenzia|nachrichtenagentur|agency|агентство)\s+", "", words.strip(" .()[]|/–—-")
    )
    bare = re.sub(r"(?i)\s+(?:news(?: agency)?|agency|ltd\.?|staff|통신|电|電)$", "", bare)
    return _OF.get(bare) or _OF.get(words.strip()) or (_FOLDED.get(bare.casefold()) if len(bare) > 3 else None)
