"""The lexicon of page furniture: labels, legal lines, appeals and widgets that sites put around articles.

General wordings only. A pattern here marks text as something that is not the article, so it must be one that a
reporter would not write in a report; doubtful wordings are `WEAK` and count only where the page speaks to its reader.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from workbench.importers.wordlist import wordlist


class Wording(NamedTuple):
    """A pattern and what it shows, in words for the zone's basis."""

    pattern: re.Pattern[str]
    shows: str


def _wording(pattern: str, shows: str) -> Wording:
    return Wording(re.compile(pattern, re.IGNORECASE), shows)


LEGAL = (
    _wording(
        r"^\W*(?:copyright\s*)?(?:©|\(c\))\s*(?:copyright\s*)?(?:\d{4}|\w+)|^\W*copyright\s+(?:©\s*)?(?:19|20)\d\d"
        r"|©\s*(?:19|20)\d\d|©\s*[۰-۹٠-٩]{4}",
        "a copyright line",
    ),
    _wording(
        r"\ball rights reserved\b|tous droits réservés|alle rechte vorbehalten|todos los derechos reservados"
        r"|todos os direitos reservados"
        r"|tutti i diritti riservati|все права защищены|усі права захищен|版权所有|版權所有|無断転載|무단\s?전재|جميع الحقوق محفوظة"
        r"|כל הזכויות שמורות|wszelkie prawa zastrzeżone|tüm hakları saklıdır|riproduzione (?:riservata|vietata)|reproducción prohibida"
        r"|reproduction interdite|(?:تمام|تمامی|کلیه|کليه) حقوق .{0,40}محفوظ|حق (?:کپی|نشر) ©|الحقوق محفوظة|転載を禁|未经(?:许可|授权)"
        r"|(?:禁止|谢绝|不得)转载|재배포\s?금지|(?:передрук|перепечатка|копирование|копіювання) .{0,60}(?:заборон|запрещ)",
        "it reserves rights",
    ),
    _wording(
        r"\b(?:licen[sc]ed|available|republished) under (?:a |the )?creative commons|\bwritten (?:permission"
        r"|consent)\b.{0,60}\b(?:acquired|obtained|required|given)"
        r"|\b(?:may|must) not be (?:published|reproduced|reprinted|republished|rewritten|redistributed)\b"
        r"|\bactive hyperlink\b|\breprint permission\b"
        r"|\bwhen (?:referencing|quoting|citing|using) (?:our|the site's) (?:materials?|content|articles?)",
        "a line about licence or reprints",
    ),
)
"""Legal lines. They hold without any further sign."""

_POLICY_CORE = wordlist(
    "privacy cookie cookies terms conditions legal imprint impressum datenschutz disclaimer sitemap accessibility advertise"
)
_POLICY_WORDS = _POLICY_CORE | wordlist(
    "policy policies of use service and notice notices statement contact us about with settings "
    "preferences do not sell my personal information our the help site map careers jobs manage choices "
    "your rights information agb terms& faq feedback"
)


def is_policy_line(line: str) -> bool:
    """Whether a line is nothing but links such as "Privacy and Cookie Policies." or "Terms of Use | About us"."""
    words = re.findall(r"[^\W\d_]+", line.casefold())
    return 0 < len(words) <= 20 and all(w in _POLICY_WORDS for w in words) and any(w in _POLICY_CORE for w in words) and len(words) > 1


STRONG = (
    _wording(
        r"\byour (?:generous |continued |kind )?(?:support|donations?|contributions?|subscription) (?:helps?|makes?"
        r"|allows?|means|keeps?|enables?|goes|matters)\b"
        r"|\b(?:we (?:\w+ ){0,3}|thank you |thanks |ask(?:ing)? |depends? |relies |rely )(?:for|on"
        r"|need) your (?:\w+ )?(?:support|donations?|contributions?|gift)\b"
        r"|\bsupport by disabling\b|^\W*your (?:support|donation) \w+",
        "it asks for the reader's support",
    ),
    _wording(r"\b(?:disabl\w+|turn(?:ing)? off|whitelist\w*|switch(?:ing)? off) your ad[- ]?block", "it speaks of the reader's ad blocker"),
    _wording(
        r"\b(?:become|becoming) (?:a|an|our) (?:patron|supporter|subscriber)\b[^,;]{0,40}(?:[!]|$|\bor\b|\btoday\b|\bnow\b)",
        "it asks readers to join or pay",
    ),
    _wording(
        r"\bkeep our (?:reporting|journalism|work|site|newsroom)\b|\bsupport our (?:work|journalism|reporting|newsroom|mission)\b",
        "it asks for the reader's support",
    ),
    _wording(
        r"\bjoin (?:us on (?:facebook|twitter|x|telegram|whatsapp|instagram|youtube|viber|signal|discord)|our (?:community"
        r"|channel|telegram|whatsapp|newsletter|mailing list|readers|members))\b|\bfollow us (?:on|at)\b|\blike us on\b",
        "it asks readers to follow",
    ),
    _wording(
        r"\bsubscribe (?:to our|now|today|here|for (?:free|full|unlimited))\b|\bsign up (?:here|now|today|for our|to our"
        r"|for the free)\b|\bsign up for .{0,30}newsletters?\b"
        r"|\bget .{0,40}(?:delivered |straight |directly )?(?:in|to|into) your inbox\b|\bmanage newsletters\b"
        r"|\bunsubscribe at any time\b|\bby (?:signing up|subscribing),? (?:you|i) (?:agree|consent)\b"
        r"|\bthank you for (?:subscribing|signing up)\b|\bdownload (?:our|the \S+) app\b",
        "it offers a subscription or newsletter",
    ),
    _wording(
        r"\bleave your (?:suggestions?|comments?|corrections?|feedback)\b|\bpress ctrl\b|\bctrl ?\+ ?enter\b"
        r"|\bwrite to us (?:here|at)\b",
        "it asks for corrections or comments",
    ),
    _wording(
        r"^\W*(?:get|enjoy|unlock) (?:unlimited|full) (?:digital )?access\b|^\W*(?:continue|keep) reading with (?:a|your) subscription\b"
        r"|^\W*(?:already a subscriber|this article is for subscribers)\b",
        "it offers a subscription or newsletter",
    ),
    _wording(r"^\W*click here (?:to|for)\b", "a link to click"),
    _wording(r"^\W*share (?:this (?:article|story|post|page)|on|via) ?(?:on |via |with )?\w*\W*$", "a row of sharing buttons"),
    _wording(r"^\W*this (?:article|story) is more than \d+ (?:year|month)s? old\W*$", "the site's label for an old article"),
    _wording(r"^\W*media playback is (?:not supported|unsupported) on (?:your|this) device\W*$", "the words of a player"),
    _wording(
        r"^\W*share this (?:story|article)(?:\W+(?:tweet|share|pin|e?mail|post|facebook|twitter|linkedin|print|whatsapp))+\W*$",
        "a row of sharing buttons",
    ),
    _wording(
        r"^\W*(?:temps de lecture|lesezeit|tiempo de lectura|tempo di lettura|tempo de leitura|czas czytania|время (?:чтения|на чтение)"
        r"|час читання|okuma süresi|(?:مدة|وقت) القراءة|زمان مطالعه|זמן קריאה|読了時間|阅读时间"
        r"|읽는\s?시간)\s*[:：]?\s*\S{0,6}\s*\d+\s*\S{0,9}\W*$"
        r"|^\W*\d{1,3}\s*(?:min(?:utes?|uti|utos)?\.?|мин\.?|хв\.?|dk\.?) (?:de lecture|de lectura|de leitura|di lettura"
        r"|czytania|чтения|читання"
        r"|okuma|lesezeit)\W*$"
        r"|^\W*\d{1,6} (?:kommentare?|commentaires?|comentarios?|comentários?|comment[oi]|komentarz[ey]?|коментар\w*"
        r"|комментари\w*|yorum)\W*$"
        r"|^\W*(?:댓글|评论|評論|コメント|التعليقات|نظرات|תגובות|комментарии|коментарі|kommentare)\s*[(:：]?\s*\d{1,6}\s*\)?\W*$",
        "a counter of the page",
    ),
    _wording(
        r"^\W*(?:wir (?:verwenden|nutzen|setzen)\b.{0,20}\bcookies|(?:diese (?:web)?seite|unsere website) (?:verwendet|nutzt) cookies"
        r"|nous utilisons (?:des|les) cookies|ce site utilise des cookies|(?:utilizamos|usamos) cookies|este (?:sitio"
        r"|site)\b.{0,10} (?:utiliza|usa) cookies"
        r"|(?:utilizziamo|usiamo) (?:i )?cookie|questo sito (?:utilizza|usa) (?:i )?cookie|(?:używamy|korzystamy z) (?:plików )?cookies?"
        r"|(?:ta strona|strona|serwis) (?:używa|korzysta z) (?:plików )?cookies?|(?:мы|ми) (?:используем"
        r"|використовуємо) (?:файл[иы] )?(?:cookies?|куки)"
        r"|(?:этот |цей |наш )?сайт (?:использует|використовує) (?:файл[иы] )?(?:cookies?|куки)|(?:sitemizde |web sitemizde "
        r"|size )?.{0,40}\bçerez\w* kullan"
        r"|(?:نحن )?نستخدم (?:ملفات )?(?:تعريف الارتباط|الكوكيز|كوكيز)|(?:ما )?از کوکی|(?:אנו|אנחנו) משתמשים ב(?:עוגיות|קובצי|-?cookies)"
        r"|(?:本站|本网站|本網站|我们|我們)使用\s?cookies?|当サイト(?:では|は)|(?:본|이) (?:사이트|웹사이트)(?:는|은)? 쿠키)",
        "it speaks of cookies",
    ),
    _wording(
        r"^\W*(?:당신의 제보|여러분의 제보|제보(?:하기|는|를 기다|전화|메일)|기사\s?제보)"
        r"|^\W*(?:e-?mail|mail|메일|이메일|전화|카카오톡|카톡|문의|제보|tel(?:efon[eo]?|éfono|\.)?|téléphone|телефон|電話|电话"
        r"|هاتف|تلفن|טלפון)\W{1,4}"
        r"(?:\S+@\S+\.\w+|\+?\d[\d\s()-]{6,20})\W*$",
        "it says how to reach the newsroom",
    ),
    _wording(r"^\W*read or share this story:", "a row of sharing buttons"),
    _wording(r"^\W*\d{1,3}[- ]min(?:ute)?s? read\W*$|^\W*\d+ (?:comments?|shares?|views?)\W*$", "a counter of the page"),
    _wording(
        r"^\W*(?:abonnez-vous|suscríb(?:ete|ase)|jetzt abonnieren|abonnieren sie|inscreva-se|assine (?:já|agora|o)"
        r"|iscriviti alla|подпи(?:шитесь|сывайтесь)"
        r"|підпи(?:шіться|суйтесь)|اشترك في|구독하기|订阅|訂閱|γραφτείτε)",
        "it offers a subscription or newsletter",
    ),
)
"""Wordings that address the reader on the page's behalf. They hold outside quotations, in sentences that report nobody."""

WEAK = (
    _wording(
        r"\bdonate (?:now|today|here|to us|to our)\b"
        r"|\b(?:make|send|give|giving|making) (?:us )?(?:a|your) (?:\w+ )?(?:donation|contribution|gift)\b"
        r"|\bdonations? (?:from|of|by) (?:our )?readers\b|\bas little as\b|\bchip in\b",
        "it speaks of donations",
    ),
    _wording(r"\bsubscri(?:be|bing|ber|bers|ption|ptions)\b|\bnewsletters?\b|\bbecome a member\b", "it speaks of subscriptions"),
    _wording(r"\bad[- ]?block(?:er|ers|ing)?\b|\badvertising revenue\b|\bpaywalls?\b", "it speaks of how the site is paid"),
    _wording(
        r"\b(?:quality|independent) (?:journalism|media outlet|newsroom|reporting)\b|\breader[- ](?:funded|supported)\b",
        "it praises its own journalism",
    ),
    _wording(
        r"\b(?:suggest|submit|report|spot(?:ted)?|send) (?:a |an |us )*(?:correction|clarification|typo|error|tip)\b",
        "it asks for corrections",
    ),
    _wording(
        r"\b(?:our|this) (?:website|site) uses cookies\b|\bcookies\b.{0,60}\b(?:accept|consent|agree)\b|\bour (?:privacy"
        r"|cookie) policy\b",
        "it speaks of cookies or privacy",
    ),
    _wording(r"\bour (?:journalists|reporters|editors|newsroom)\b", "it speaks of its own newsroom"),
)
"""Wordings that count only where the page speaks as "we", or gives an order."""

WIDGETS = re.compile(
    r"^(?:Share this (?:article|story|page)\s*)?\d{1,2}[ -]min(?:ute)?s?[ -]read(?=[A-Z]|\s*$)"
    # A look at the first letter first: the text is gone through letter by letter, and hardly any begins one of these.
    r"|(?=[ACEGIMRSTV(])(?:\(Opens in new window\)|\b(?:Media playback is (?:not supported|unsupported) on (?:your|this) device\.?"
    r"|Click to share on \w+(?: \(Opens in new window\))?"
    r"|Get daily updates directly to your inbox(?: \+ Subscribe)?"
    r"|Thank you for subscribing!|Could not subscribe, try again later|Invalid Email\b"
    r"|Skip Ad(?: Ad Loading\.\.\.)?|Ad Loading\.\.\."
    r"|Video Loading\b|Video Unavailable\b|Story continues below advertisement"
    r"|Enlarge this image toggle caption|Read (?:more|next): https?://\S+))"
)
"""Phrases of buttons and forms that stand in running text when a page was copied as one block."""

FORM = re.compile(
    r"\benter your e-?mail\b|\byour e-?mail address\b|\bby (?:signing up|subscribing),? (?:you|i) (?:agree|consent)\b"
    r"|\bsign up (?:for|to) our (?:\w+ ){0,3}newsletter\b",
    re.IGNORECASE,
)
"""Words of a form that asks for an address."""

LISTING_WITHIN = re.compile(
    r"(?<=[.!?”\"’»])\s+(?:MORE (?:STORIES|NEWS|FROM|ON)|RELATED(?: STORIES| ARTICLES| NEWS)?|READ (?:MORE|NEXT)|MOST READ|RECOMMENDED)\b"
)
"""A label in capitals behind a sentence, over links to other articles."""

HOUSE = re.compile(r"\b(?:we|our|ours|us)\b", re.IGNORECASE)
"""The page speaking for itself. A reporter may write "you can subscribe", but not "subscribe to us"."""

VOICE = re.compile(r"\b(?:we|our|ours|us|you|your|yours)\b", re.IGNORECASE)
"""The page speaking for itself or to its reader. Matched with "US" put aside (see zones)."""

ORDER = re.compile(
    r"^\W*(?:please|subscribe|sign up|donate|become|join|support|follow|click|share|download|leave|write|send|help"
    r"|to suggest|to report|get)\b",
    re.IGNORECASE,
)
"""A sentence that begins with an order to the reader."""

REPORTING = re.compile(
    r"\b(?:said|says|told|according to|announced|tweeted|reported|stated|argued|warned|added|claimed|denied|confirmed"
    r"|insisted|explained)\b",
    re.IGNORECASE,
)
"""Outside quotations, a sentence with one of these reports somebody: it is not furniture."""

CREDIT = (
    _wording(r"\b(?:contributed|contributing) (?:to|reporting|from)\b.{0,30}$|\bcontributed\.?$", "it says who contributed"),
    _wording(
        r"^\W*(?:additional )?(?:reporting|writing|editing|compiled|translated|edited"
        r"|photographs?) by\b",
        "it says who reported or edited",
    ),
    _wording(r"^\W*(?:associated press|reuters|afp|bloomberg|ap) (?:writers?|reporters?|correspondents?|staff)\b", "it credits an agency"),
    _wording(
        r"^\W*(?:sources?|quellen?|fuentes?|fontes?|sursa|zdroj|źródło|kaynak|forrás|kilde|källa|lähde|bron|πηγή|источник"
        r"|джерело|المصدر|出典|来源"
        r"|來源|출처|ソース|منبع|מקור)\s*[:：/]\s*\S.{0,60}$",
        "it names its source",
    ),
    _wording(
        r"^\W*(?:责任编辑|責任編輯|编辑|編輯|责编|校对|审核|监制|редактор|редакторка|redaktor|editör|편집|編集|تحرير|ویراستار|עריכה)"
        r"\s*[:：]\s*\S.{0,40}$",
        "it says who reported or edited",
    ),
    _wording(
        r"\bthis (?:article|story|report) (?:was|is) (?:originally |first )?(?:published|written|produced) (?:by|in|on|at)\b",
        "it says where it first appeared",
    ),
    _wording(
        r"^\W*(?:last )?(?:updated|published|posted|modified)(?: on| at)?\b\s*:?.{0,40}\d", "it says when it was published or updated"
    ),
    _wording(r"^\W*\d+ (?:minutes?|hours?|days?|weeks?|months?|years?) ago\W*$", "it says when it was published or updated"),
)
"""Lines that say who made the text, and when. Kept apart from furniture: they are evidence of origin."""

CORRECTION = (
    _wording(
        r"^\W*(?:corrections?|clarifications?|erratum|amendment|editor['’]?s['’]? note|korrektur|richtigstellung"
        r"|(?:hinweis|anmerkung) der redaktion|anm\. d\. red\.|rectificatif|note de la rédaction|ndlr"
        r"|corrección|fe de errores|aclaración|rectificación|nota de la redacción"
        r"|correção|errata(?: corrige)?|erramos|nota da redação|rettifica|nota della redazione|sprostowanie|od redakcji|düzeltme"
        r"|исправление|поправка|уточнение|от редакции|примечание редакции|виправлення|уточнення|від редакції|διόρθωση"
        r"|تصحيح|تصويب|توضيح|更正|勘误|编者按|訂正|정정|바로잡습니다)\s*(?:[:：–—(\])】]|-\s)",
        "it begins as a correction or a note of the editors does",
    ),
    _wording(
        r"\bthis (?:article|story|report|piece|post|headline|page|copy) (?:was|has been)"
        r" (?:\w+ )?(?:amended|corrected|updated|revised|changed) (?:on|at|to|after|because|since)\b"
        r"|\b(?:an|the) (?:earlier|previous|original) (?:version|entry) (?:of|in) (?:this|the)"
        r" (?:article|story|report|piece|post|headline|caption|blog)"
        r"|\bin einer (?:früheren|ersten|vorherigen|ursprünglichen) (?:version|fassung)\b"
        r"|\bune (?:première|précédente) version de cet article\b"
        r"|\buna versión (?:anterior|previa) de est[ea]\b|\buma versão anterior dest[ea]\b|в (?:более ранней|предыдущей) версии"
        r"|\b(?:dieser (?:artikel|text)|der artikel) wurde (?:nachträglich|am .{4,30}) (?:korrigiert|geändert|berichtigt|aktualisiert)",
        "it says what in the text was changed",
    ),
)
"""Lines in which editors say what was wrong. They hold without any further sign, and are never furniture."""

CAPTION = (
    _wording(
        r"^\W*(?:photo|photos|image|picture|file photo|file image|file|video|image caption|media caption|caption|foto|bild"
        r"|photo credit|фото|صورة|사진|写真)\s*[:：–—|-]\s*\S",
        "it begins like a caption",
    ),
    _wording(
        r"^\W*(?:image caption|media caption|image copyright|enlarge this image|toggle caption|photographer:|photograph:)\b",
        "it begins like a caption",
    ),
    _wording(
        r"^.{0,280}\((?:[\w./ ]{0,30} )?(?:photo|photograph|image|picture|foto|file)\b[^)]{0,60}\)\W*$", "it ends with a picture credit"
    ),
    _wording(
        r"^.{0,280}(?:getty images|/afp|/reuters|/ap photo|ap photo/[\w. ]+|shutterstock|epa-efe|/anadolu(?: agency)?"
        r"|\bpa wire|\breuters/\w+ \w+)\)?\W*$",
        "it ends with a picture agency",
    ),
)
