"""Labels of page templates and the names of newspaper sections, in the languages of the desk's papers."""

from __future__ import annotations

import re

from workbench.importers.wordlist import wordlist


def _folded(words: str) -> frozenset[str]:
    return frozenset(" ".join(word.split()) for word in words.casefold().split("|"))


LISTING_LABELS = _folded(
    "related|related articles|related stories|related news|related topics|related content|related posts|related links"
    "|most read|most popular"
    "|most viewed|most shared|more on this story|more from this section|more stories|more news|more to read"
    "|recommended|recommended for you"
    "|recommended stories|you may also like|you might also like|trending|trending now|top stories|latest news"
    "|editors' picks|editor's picks"
    "|popular now|what to read next|read next|up next|also read|read also|see also|further reading|in other news"
    "|don't miss|sponsored content"
    "|promoted content|from around the web|around the web|paid content|comments|leave a comment|view comments|tags"
    "|topics|share|share this"
    "|weitere artikel|mehr zum thema|das könnte sie auch interessieren|meistgelesen|à lire aussi|lire aussi"
    "|sur le même sujet|articles liés"
    "|les plus lus|noticias relacionadas|artículos relacionados|lea también|te puede interesar|más leídas"
    "|notícias relacionadas|leia também"
    "|leia mais|mais lidas|articoli correlati|leggi anche|i più letti|читайте также|читайте также на эту тему"
    "|похожие новости|по теме"
    "|материалы по теме|самое читаемое|читайте також|за темою|مقالات ذات صلة|اقرأ أيضا|اقرأ أيضاً|مواضيع ذات صلة"
    "|مطالب مرتبط|קרא עוד"
    "|관련기사|관련 기사|많이 본 뉴스|関連記事|相关新闻|相关阅读|延伸閱讀|相關新聞|ข่าวที่เกี่ยวข้อง|διαβάστε επίσης|σχετικά άρθρα"
)
"""Labels under which a site lists other articles."""

OTHER_LABELS = _folded(
    "story highlights|highlights|key points|key takeaways|at a glance|advertisement|advertisements|advertising|advert"
    "|ad|sponsored|promoted"
    "|advertisement - scroll to continue|story continues below advertisement|article continues below advertisement|continue reading"
    "|continue reading below|read more|read more here|read the full story|read full article|show more|load more"
    "|back to top|print|print this page"
    "|email this|save for later|listen to this article|listen to article|share this article|share this story"
    "|share article|breaking news"
    "|skip to content|skip to main content|skip ad|subscribe|subscribe now|sign up|sign in|log in|register|donate"
    "|donate now|menu|search|home"
    "|loading...|follow us|contact us|newsletter|newsletters|toggle caption|hide caption|enlarge this image|cookie settings"
    "|anzeige|werbung|weiterlesen|publicité|lire la suite|publicidad|leer más|seguir leyendo|publicidade"
    "|continua após a publicidade|pubblicità"
    "|реклама|читать далее|реклама партнёров|إعلان|اقرأ المزيد|פרסומת|광고|広告|广告|廣告|โฆษณา|διαφήμιση"
)
"""Labels of page templates that head no list of other articles."""

LISTING_PREFIX = re.compile(
    r"^\W*(?:related(?: articles?| stories| news)?|read (?:more|also|next)|also read|see also|more on this|recommended"
    r"|watch also|don't miss"
    r"|lire aussi|à lire aussi|lea también|leia também|leggi anche|lesen sie auch|читайте также|читайте також|关联阅读"
    r"|관련기사)\s*[:：|»>–—-]\s*\S",
    re.IGNORECASE,
)
"""A line that points to another article: "Related: …"."""

SECTIONS = wordlist(
    "news world politics business economy finance markets sport sports culture arts opinion comment "
    "analysis science technology tech health europe asia africa americas america us usa uk international "
    "national local regional region home latest breaking entertainment lifestyle travel environment "
    "climate energy education defense defence security military middle east north south latin pacific "
    "australia war conflict exclusive explainer features feature investigations justice crime society "
    "media and the of in russia ukraine china korea india nachrichten politik wirtschaft kultur wissen "
    "panorama ausland inland monde politique économie société sciences mundo política economía economia "
    "sociedad deportes esportes esteri cronaca мир политика экономика общество новости спорт світ "
    "політика економіка суспільство новини 정치 경제 사회 국제 政治 经济 國際 国际 社会 経済"
)
"""Words that section labels are made of."""
