"""Names whose other spellings no rule of sound finds: short ones, and those that each language calls by a word of its own.

One line is one place or person, in as many scripts as the desk reads. Latin and Cyrillic spellings that `names` joins anyway are given
once. Facts, each written from general knowledge.
"""

from __future__ import annotations

from functools import cache

from workbench.search.folding import fold

_GROUPS = """
kyiv kiev kiew kijow kijev київ киев 키이우 키예프 キーウ キエフ 基辅 كييف קייב
lviv lvov lwow lemberg leopoli львів львов 르비우 リヴィウ リビウ 利沃夫 لفيف לבוב
odesa odessa одеса одесса 오데사 オデーサ オデッサ 敖德萨 اوديسا אודסה
moscow moskau moscou moscu mosca moskwa moskva москва 모스크바 モスクワ 莫斯科 موسكو مسكو מוסקבה
russia russland russie rusia rossiia rosja rusya россия росія 러시아 ロシア 俄罗斯 روسيا روسيه רוסיה
ukraine ucrania ucraina ukraina ukrayna украина україна 우크라이나 ウクライナ 乌克兰 اوكرانيا اوكراين אוקראינה
crimea krim crimee krym kirim крим крым 크림반도 クリミア 克里米亚 القرم كريمه קרים
donetsk donezk donieck донецк донецьк 도네츠크 ドネツク 顿涅茨克 دونيتسك דונצק
putin putine poutine путін путин 푸틴 プーチン 普京 普丁 بوتين پوتين פוטין
warsaw warschau varsovie varsovia varsavia warszawa варшава 바르샤바 ワルシャワ 华沙 وارسو ورشو ורשה
paris parigi париж パリ 巴黎 باريس پاريس פריז
london londres londra londyn лондон 런던 ロンドン 伦敦 لندن לונדון
berlin berlino берлин берлін 베를린 ベルリン 柏林 برلين ברלין
rome roma rzym рим 로마 ローマ 罗马 روما רומא
brussels bruxelles brussel bruselas brussel bruksela брюссель 브뤼셀 ブリュッセル 布鲁塞尔 بروكسل בריסל
geneva geneve genf ginebra ginevra genewa женева 제네바 ジュネーブ 日内瓦 جنيف ژنو ז'נבה
vienna wien vienne viena wieden вена відень ウィーン 维也纳 فيينا وين וינה
ankara анкара 앙카라 アンカラ 安卡拉 انقرة آنكارا אנקרה
istanbul стамбул 이스탄불 イスタンブール 伊斯坦布尔 اسطنبول استانبول איסטנבול
tehran teheran тегеран 테헤란 テヘラン 德黑兰 طهران تهران טהרן
jerusalem jerusalen gerusalemme kudus иерусалим єрусалим 예루살렘 エルサレム 耶路撒冷 القدس اورشليم ירושלים
gaza gazze газа 가자지구 ガザ 加沙 غزة غزه עזה
damascus damas damasco damaskus дамаск 다마스쿠스 ダマスカス 大马士革 دمشق דמשק
cairo kairo каир каїр 카이로 カイロ 开罗 القاهرة قاهره קהיר
beijing peking pekin pechino пекин пекін 베이징 北京 بكين پكن בייג'ינג
taiwan тайвань 대만 타이완 台湾 تايوان טאיוואן
tokyo tokio токио токіо 도쿄 東京 طوكيو توكيو טוקיו
seoul seul сеул 서울 ソウル 首尔 سيول סיאול
pyongyang pjongjang пхеньян 평양 平壤 بيونغيانغ פיונגיאנג
washington vasington вашингтон 워싱턴 ワシントン 华盛顿 واشنطن واشنگتن וושינגטון
trump трамп 트럼프 トランプ 特朗普 川普 ترامب ترامپ טראמפ
biden байден 바이든 バイデン 拜登 بايدن ביידן
macron макрон 마크롱 マクロン 马克龙 ماكرون מקרון
erdogan эрдоган ердоган 에르도안 エルドアン 埃尔多安 اردوغان ארדואן
scholz шольц 숄츠 ショルツ 朔尔茨 شولتس شولتز שולץ
"""


@cache
def _groups() -> dict[str, tuple[str, ...]]:
    groups = [tuple(dict.fromkeys(map(fold, line.split()))) for line in _GROUPS.strip().splitlines()]
    return {name: group for group in groups for name in group}


def others(word: str) -> tuple[str, ...]:
    """The other spellings of a folded word; nothing for one that is not in the list."""
    return tuple(name for name in _groups().get(word, ()) if name != word)
