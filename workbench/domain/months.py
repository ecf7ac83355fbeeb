"""Names of months: as the desk writes them, and as people and pages write them in the languages that are read."""

from __future__ import annotations

import unicodedata

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
SHORT = tuple(name[:3] for name in MONTHS)
_NAMES = (
    "january jan janvier janv januar jänner januari enero ene janeiro gennaio gen января янв січня ocak stycznia styczeń ledna leden"
    " ianuarie január januára tammikuuta ιανουαρίου ιανουάριος يناير كانون_الثاني ינואר januarie январь січень січ oca ژانویه",
    "february feb février févr fevr februar feber februari febrero fevereiro fev febbraio febr февраля фев лютого şubat lutego luty února"
    " únor februarie február februára helmikuuta φεβρουαρίου φεβρουάριος فبراير شباط פברואר февраль лютий лют şub فوریه",
    "march mar mars märz mär mrz maart marzo março марта мар березня mart marca marzec března březen martie március maaliskuuta μαρτίου"
    " μάρτιος مارس آذار מרץ март березень бер",
    "april apr avril avr abril abr aprile апреля апр квітня nisan kwietnia kwiecień dubna duben aprilie április apríla huhtikuuta απριλίου"
    " απρίλιος أبريل إبريل ابريل نيسان אפריל апрель квітень квіт nis kwi آوریل",
    "may mai mayo maio maggio mag maj mei мая травня mayıs mayis maja května květen május mája toukokuuta μαΐου μαιου μάιος مايو"
    " أيار מאי май травень трав مه",
    "june jun juin juni junio junho giugno giu июня июн червня haziran czerwca czerwiec června červen iunie június júna kesäkuuta ιουνίου"
    " ιούνιος يونيو حزيران יוני июнь червень черв haz cze ژوئن",
    "july jul juillet juil juli julio julho luglio lug июля июл липня temmuz lipca lipiec července červenec iulie július júla heinäkuuta"
    " ιουλίου ιούλιος يوليو تموز יולי июль липень лип tem lip ژوئیه جولای",
    "august aug août aout agosto ago augusti augustus августа авг серпня ağustos agustos sierpnia sierpień srpna srpen augusta elokuuta"
    " αυγούστου αύγουστος أغسطس اغسطس آب אוגוסט augusztus август серпень серп ağu sie اوت آگوست",
    "september sept sep septembre septiembre setembro settembre set сентября сент вересня eylül eylul września wrzesień září septembrie"
    " szeptember septembra syyskuuta σεπτεμβρίου σεπτέμβριος سبتمبر أيلول ספטמבר сентябрь вересень вер eyl wrz سپتامبر",
    "october oct octobre oktober okt octubre outubro out ottobre ott октября окт жовтня ekim października październik října říjen"
    " octombrie október októbra lokakuuta οκτωβρίου οκτώβριος أكتوبر اكتوبر تشرين_الأول אוקטובר октябрь жовтень жовт eki paź اکتبر",
    "november nov novembre noviembre novembro ноября нояб ноя листопада kasım kasim listopada listopad listopadu noiembrie novembra"
    " marraskuuta νοεμβρίου νοέμβριος نوفمبر تشرين_الثاني נובמבר ноябрь листопад лист kas lis نوامبر",
    "december dec décembre déc dezember dez diciembre dic dezembro dicembre desember декабря дек грудня aralık aralik grudnia grudzień"
    " prosince prosinec decembrie decembra joulukuuta δεκεμβρίου δεκέμβριος ديسمبر كانون_الأول דצמבר декабрь грудень груд ara gru دسامبر",
)


def in_small(name: str) -> str:
    """A name in small letters, composed: a capital may fall apart into a letter and its marks when it is made small."""
    return unicodedata.normalize("NFC", name.casefold())


MONTH_OF = {in_small(name.replace("_", " ")): number for number, names in enumerate(_NAMES, start=1) for name in names.split()}
"""The number of a month by its name, as `in_small` gives it."""
PATTERN = "|".join(sorted(MONTH_OF, key=len, reverse=True))
"""Any of these names, the longest first."""
