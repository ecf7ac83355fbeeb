"""Sentences in many languages, written for these tests, with the encodings that were used for each language.

Two to three of each language are about one story each, so that nothing but the language tells them apart.
"""

from __future__ import annotations

WESTERN = "cp1252 iso8859-1 iso8859-15 mac-roman cp850"
CENTRAL = "cp1250 iso8859-2 cp852 mac-latin2"
BALTIC = "cp1257 iso8859-13 iso8859-4 cp775"
RUSSIAN = "cp1251 koi8-r iso8859-5 cp866 mac-cyrillic cp855"

SENTENCES: dict[str, tuple[str, tuple[str, ...]]] = {
    "fr": (WESTERN, (
        "Le musée a rouvert ses portes après deux années de travaux.", "Les pêcheurs de la côte réclament une aide à la région.",
        "Où sont passées les archives de la mairie, demande une élue.", "La centrale nucléaire sera arrêtée à l'été, selon l'exploitant.",
        "Le blessé a été conduit à l'hôpital.", "Un référendum est prévu en décembre.",)),
    "de": (WESTERN + " cp1250 iso8859-2", (
        "Der Bäcker öffnet sein Geschäft künftig erst um sieben Uhr.", "Im Hafen wurde gestern ein großes Schiff für die Gäste geweiht.",
        "Die Zähler müssen bis Dezember überprüft werden, heißt es.",
        "Die Polizei bestätigte am Freitag, dass zwölf Personen verletzt wurden.", "Für Verspätungen wird nicht gehaftet.",
        "Das Wasser steigt, sagte der Sprecher der Behörde in Nürnberg.",)),
    "es": (WESTERN, (
        "El dueño de la fábrica negó ayer que haya pérdidas.", "Los vecinos pidieron más árboles en el jardín del barrio.",
        "¿Quién pagará la reparación del campanario el próximo otoño?", "La policía detuvo a tres jóvenes en Cádiz.",
        "El ministro de Economía dimitió.", "El año pasado llovió menos de lo normal.",)),
    "pt": (WESTERN, (
        "O padeiro da aldeia não abriu a loja no sábado de manhã.", "A direção do clube confirmou a contratação de dois avançados.",
        "Há três gerações que a família cultiva laranjas no vale.", "A polícia deteve três homens em Setúbal.",
        "O ministro da Educação pediu a demissão.", "Os preços do pão subiram.",)),
    "it": (WESTERN, (
        "Il teatro riaprirà a maggio, però senza la vecchia platea.", "La società ha già venduto metà dei biglietti.",
        "Non c'è più pane in città, così dicono i fornai.", "La polizia ha fermato tre persone: nessuna è in carcere.",
        "Il ministro si è dimesso perché non c'era più la maggioranza.",)),
    "ca": ("cp1252 iso8859-15", (
        "La pluja ha fet malbé la collita d'ametlles d'aquest any.", "L'associació demana més lloc per als vehicles elèctrics.",)),
    "nl": ("cp1252 iso8859-1 iso8859-15", (
        "De financiële commissie vergadert morgen over de begroting van het theater.",
        "Zo'n idee hadden de knieën van de coördinator niet verdiend.",)),
    "sv": (WESTERN, (
        "Bagaren på torget stänger sin butik efter fyrtio år.", "Älgen sprang över isen och försvann bland träden.",
        "Föreningen söker fler ledare inför sommarens läger.", "Polisen grep tre män i Malmö på fredagen.",
        "Priset på bröd ökar, enligt uppgifter från Uppsala.",)),
    "da": (WESTERN, (
        "Bageren på torvet lukker sin forretning efter fyrre år.", "Fiskerne håber på bedre vejr i næste uge.",
        "Børnene løb hjem gennem skoven, før regnen kom.", "Politiet anholdt tre mænd i Aalborg fredag.",
        "Prisen på brød stiger, oplyser ministeriet.",)),
    "no": (WESTERN, (
        "Bakeren på torget stenger butikken sin etter førti år.", "Fiskerne håper på bedre vær neste uke.",
        "Barna løp hjem gjennom skogen før regnet kom på lørdag.", "Politiet pågrep tre menn i Tromsø fredag.",
        "Prisen på brød øker, opplyser departementet.",)),
    "fi": (WESTERN, (
        "Leipuri sulkee kauppansa neljänkymmenen vuoden jälkeen.", "Kalastajat toivovat parempaa säätä ensi viikolle.",
        "Lapset juoksivat metsän läpi ennen kuin sade yltyi.", "Poliisi otti kiinni kolme miestä perjantaina.",
        "Leivän hinta nousee, kertoo ministeriö tiedotteessaan.",)),
    "is": ("cp1252 iso8859-1 iso8859-15", (
        "Bakarinn á torginu lokar búðinni eftir fjörutíu ár.", "Sjómennirnir vona að veðrið verði betra í næstu viku.",
        "Börnin hlupu heim í gegnum skóginn þegar rigningin byrjaði.", "Lögreglan handtók þrjá menn á föstudag.",
        "Verð á brauði hækkar, segir ráðuneytið.",)),
    "sq": ("cp1252 cp1250 iso8859-1", (
        "Bukëpjekësi i sheshit e mbyll dyqanin pas dyzet vjetësh.", "Peshkatarët shpresojnë për mot më të mirë javën e ardhshme.",
        "Policia ndaloi tre burra të premten në Shkodër.", "Çmimi i bukës u rrit, njoftoi ministria.",)),
    "pl": (CENTRAL + " iso8859-16", (
        "Rybacy mają nadzieję na lepszą pogodę w przyszłym tygodniu.", "Dzieci pobiegły do domu przez las, zanim zaczął się deszcz.",
        "Policja zatrzymała w piątek trzech mężczyzn w Łodzi.", "Ceny chleba rosną, poinformowało ministerstwo rolnictwa.",
        "Pożar ugaszono.",)),
    "cs": (CENTRAL, (
        "Pekař z náměstí zavírá po čtyřiceti letech svůj obchod.", "Rybáři doufají, že příští týden bude lepší počasí.",
        "Děti utíkaly lesem domů, ještě než začalo pršet.", "Policie v pátek zadržela tři muže v Plzni.",
        "Ceny chleba rostou, oznámilo ministerstvo zemědělství.", "Požár se podařilo uhasit až ráno.",)),
    "sk": (CENTRAL, (
        "Pekár z námestia zatvára po štyridsiatich rokoch svoj obchod.", "Rybári dúfajú, že budúci týždeň bude lepšie počasie.",
        "Deti utekali cez les domov, kým nezačalo pršať.", "Polícia v piatok zadržala troch mužov v Žiline.",
        "Ceny chleba rastú, oznámilo ministerstvo pôdohospodárstva.",)),
    "hu": (CENTRAL, (
        "A főtéri pék negyven év után bezárja az üzletét.", "A halászok abban bíznak, hogy jövő héten jobb idő lesz.",
        "A gyerekek az erdőn át futottak haza, mielőtt eleredt az eső.", "A rendőrség pénteken három férfit vett őrizetbe Győrben.",
        "Drágul a kenyér, közölte a minisztérium.", "A tűz eloltása reggelig tartott.",)),
    "hr": (CENTRAL + " iso8859-16", (
        "Pekar s trga zatvara dućan nakon četrdeset godina.", "Ribari se nadaju da će idući tjedan biti ljepše vrijeme.",
        "Djeca su trčala kući kroz šumu prije nego što je počela kiša.", "Policija je u petak uhitila tri muškarca u Šibeniku.",
        "Cijena kruha raste, priopćilo je ministarstvo poljoprivrede.",)),
    "sl": (CENTRAL + " iso8859-16", (
        "Pek s trga po štiridesetih letih zapira trgovino.", "Ribiči upajo, da bo prihodnji teden lepše vreme.",
        "Otroci so stekli skozi gozd, še preden je začelo deževati.", "Policija je v petek pridržala tri moške v Škofji Loki.",
        "Cena kruha raste, je sporočilo ministrstvo za kmetijstvo.",)),
    "ro": ("cp1250 iso8859-2 cp852", (
        "Brutarul din piaţă îşi închide prăvălia după patruzeci de ani.", "Pescarii speră că vremea va fi mai bună săptămâna viitoare.",
        "Copiii au fugit acasă prin pădure înainte să înceapă ploaia.", "Poliţia a reţinut vineri trei bărbaţi la Iaşi.",
        "Preţul pâinii creşte, a anunţat ministerul.", "Incendiul a fost stins dimineaţa.",)),
    "tr": ("cp1254 iso8859-9 cp857", (
        "Meydandaki fırıncı kırk yıl sonra dükkânını kapatıyor.", "Balıkçılar gelecek hafta havanın düzeleceğini umuyor.",
        "Çocuklar yağmur başlamadan ormandan eve koştular.", "Polis cuma günü İzmir'de üç kişiyi gözaltına aldı.",
        "Ekmek fiyatları artıyor, dedi bakanlık sözcüsü.", "Yangın sabaha karşı söndürüldü.", "Şirket açıklama yapmadı.",)),
    "lt": (BALTIC, (
        "Aikštės kepėjas po keturiasdešimties metų uždaro savo krautuvę.", "Žvejai tikisi, kad kitą savaitę oras bus geresnis.",
        "Vaikai parbėgo namo per mišką, kol dar nebuvo pradėję lyti.", "Policija penktadienį Šiauliuose sulaikė tris vyrus.",
        "Duonos kaina kyla, pranešė ministerija.", "Gaisrą pavyko užgesinti tik rytą.",)),
    "lv": (BALTIC, (
        "Laukuma maiznieks pēc četrdesmit gadiem slēdz savu veikalu.", "Zvejnieki cer, ka nākamnedēļ laiks kļūs labāks.",
        "Bērni skrēja mājās caur mežu, pirms sākās lietus.", "Policija piektdien Liepājā aizturēja trīs vīriešus.",
        "Maizes cena pieaug, ziņo ministrija.", "Ugunsgrēku izdevās nodzēst tikai no rīta.",)),
    "et": (BALTIC + " cp1252 iso8859-15", (
        "Väljaku pagar sulgeb poe pärast neljakümmet aastat.", "Kalurid loodavad, et järgmisel nädalal läheb ilm paremaks.",
        "Lapsed jooksid läbi metsa koju, enne kui vihma sadama hakkas.", "Politsei pidas reedel Pärnus kinni kolm meest.",
        "Leiva hind tõuseb, teatas ministeerium.",)),
    "mt": ("iso8859-3", (
        "Il-furnar tal-pjazza qed jagħlaq il-ħanut wara erbgħin sena.", "Is-sajjieda jittamaw li ġimgħa oħra t-temp ikun aħjar.",)),
    "ru": (RUSSIAN, (
        "Пекарь с рыночной площади закрывает лавку спустя сорок лет.", "Рыбаки надеются на лучшую погоду на будущей неделе.",
        "Дети бежали домой через лес, пока не пошёл дождь.", "Полиция задержала троих мужчин в Перми.",
        "Цены на хлеб растут, сообщило министерство.", "Пожар потушили.",)),
    "uk": ("cp1251 koi8-u iso8859-5 mac-cyrillic cp1125", (
        "Пекар із ринкової площі зачиняє крамницю після сорока років.", "Рибалки сподіваються на кращу погоду наступного тижня.",
        "Діти бігли додому через ліс, доки не почався дощ.", "Поліція затримала трьох чоловіків у Львові.",
        "Ціни на хліб зростають, повідомило міністерство.",)),
    "be": ("cp1251 iso8859-5", (
        "Пекар з рынкавай плошчы зачыняе краму пасля сарака гадоў.", "Рыбакі спадзяюцца на лепшае надвор'е на наступным тыдні.",)),
    "bg": ("cp1251 iso8859-5 mac-cyrillic", (
        "Хлебарят от площада затваря магазина си след четиридесет години.", "Рибарите се надяват на по-хубаво време през идната седмица.",
        "Децата тичаха към къщи през гората, преди да завали дъждът.", "Полицията задържа трима мъже в Русе.",
        "Цената на хляба расте, съобщи министерството.",)),
    "sr": ("cp1251 iso8859-5 mac-cyrillic cp855", (
        "Пекар са трга затвара радњу после четрдесет година.", "Рибари се надају лепшем времену идуће недеље.",
        "Деца су трчала кући кроз шуму пре него што је почела киша.", "Полиција је ухапсила три мушкарца у Нишу.",
        "Цена хлеба расте, саопштило је министарство.",)),
    "mk": ("cp1251 iso8859-5", (
        "Пекарот од плоштадот ја затвора продавницата по четириесет години.",
        "Рибарите се надеваат дека следната недела ќе има подобро време.",)),
    "el": ("cp1253 iso8859-7 cp737 mac-greek", (
        "Ο φούρναρης της πλατείας κλείνει το μαγαζί του μετά από σαράντα χρόνια.",
        "Οι ψαράδες ελπίζουν σε καλύτερο καιρό την άλλη εβδομάδα.", "Τα παιδιά έτρεξαν στο σπίτι μέσα από το δάσος.",
        "Η αστυνομία συνέλαβε τρεις άνδρες στην Πάτρα.", "Η τιμή του ψωμιού αυξάνεται, ανακοίνωσε το υπουργείο.", "Άγιος Νικόλαος.",
        "Έσβησε η φωτιά.",)),
    "he": ("cp1255 iso8859-8 cp862", (
        "האופה מהכיכר סוגר את החנות אחרי ארבעים שנה.", "הדייגים מקווים למזג אוויר טוב יותר בשבוע הבא.",
        "הילדים רצו הביתה דרך היער לפני שהתחיל הגשם.", "המשטרה עצרה שלושה גברים בחיפה.", "מחיר הלחם עולה, הודיע המשרד.",)),
    "ar": ("cp1256 iso8859-6", (
        "يغلق خباز الساحة متجره بعد أربعين عاما.", "يأمل الصيادون أن يتحسن الطقس في الأسبوع المقبل.",
        "ركض الأولاد إلى البيت عبر الغابة قبل أن يهطل المطر.", "اعتقلت الشرطة ثلاثة رجال في طنطا.", "ارتفع سعر الخبز، حسب الوزارة.",)),
    "fa": ("cp1256", (
        "نانواي ميدان پس از چهل سال مغازه خود را مي‌بندد.", "ماهيگيران اميدوارند هفته آينده هوا بهتر شود.",
        "بچه ها پيش از آغاز باران از جنگل به خانه دويدند.",)),
    "th": ("tis-620 cp874", (
        "คนทำขนมปังที่ตลาดจะปิดร้านหลังจากเปิดมาสี่สิบปี", "ชาวประมงหวังว่าอากาศจะดีขึ้นในสัปดาห์หน้า",
        "ตำรวจจับกุมชายสามคนเมื่อวันศุกร์", "ราคาขนมปังสูงขึ้น กระทรวงแถลง",)),
    "ja": ("cp932 euc_jp iso2022_jp", (
        "広場のパン屋は四十年続いた店を閉める。",
        "りょうしたちは、らいしゅうはもっといいてんきになるとおもっている。",
        "雨が降りだす前に、子どもたちは森を抜けて家へ走った。",
        "スーパーマーケットのレジ係が、アルバイトを募集していると話した。",
        "警察は金曜日、男三人を逮捕した。", "パンのねだんがあがっている。", "カタカナばかりのニュースメール",)),
    "ko": ("cp949 johab iso2022_kr", (
        "광장의 빵집 주인은 사십 년 만에 가게 문을 닫는다.",
        "어부들은 다음 주에 날씨가 좋아지기를 바라고 있다.",
        "아이들은 비가 내리기 전에 숲을 지나 집으로 뛰어갔다.",
        "경찰은 금요일 남성 세 명을 체포했다.",
        "빵값이 오르고 있다고 농림부가 밝혔다.", "화재는 진압됐다.",)),
    "zh-Hans": ("gb18030 gb2312 hz", (
        "广场上的面包师傅开了四十年店，现在要关门了。",
        "渔民们希望下个星期天气会好一些。",
        "下雨以前，孩子们穿过树林跑回家去。",
        "警方周五逮捕了三名男子。",
        "面包价格上涨。",
        "火灾已被扑灭，无人伤亡。",)),
    "zh-Hant": ("big5 big5hkscs", (
        "廣場上的麵包師傅開了四十年店，現在要關門了。",
        "漁民們希望下個星期天氣會好一些。",
        "下雨以前，孩子們穿過樹林跑回家去。",
        "警方週五逮捕了三名男子。",
        "麵包價格上漲。",
        "火災已被撲滅，無人傷亡。",)),
    "vi": ("cp1258", (
        "Người thợ làm bánh ở quảng trường sẽ đóng cửa tiệm sau bốn mươi năm.", "Ngư dân hy vọng tuần sau thời tiết sẽ tốt hơn.",
        "Trẻ con chạy về nhà qua khu rừng trước khi trời mưa.", "Cảnh sát bắt giữ ba người đàn ông hôm thứ sáu.", "Giá bánh mì tăng.",)),
    "cy": ("iso8859-14", (
        "Mae'r pobydd yn cau ei siop wedi deugain mlynedd yn y tŷ ger y dŵr.",)),
    "eo": ("iso8859-3", (
        "La bakisto ĉe la placo fermas sian butikon post kvardek jaroj, ĉar li maljuniĝas.",
        "La fiŝistoj esperas, ke venontsemajne la vetero estos pli bona ol hodiaŭ.",)),
    "names-central": ("cp1250 iso8859-2", (
        "The committee invited Tomáš Dvořák and Łukasz Woźniak to the hearing.",
        "The striker Nemanja Vukčević joined the club from Niš on Friday.", "The minister met Petr Šťastný in Děčín on Friday.",
        "Police named the man as Zoltán Gyöngyösi.", "Stanisław Wójcik spoke.",)),
    "quotes-en": ("cp1252", (
        "“We’re not closing,” the baker said — “not this year.”", "It’s the chairman’s own word.", "The price is £40, or about €46…",
        "A café in Besançon sold naïve paintings for €40.", "Prices rose 5% – the highest since 1998 – the bank’s report said.",)),
    "names-turkish": ("cp1254", (
        "The minister met Şükrü Aydın in Iğdır on Friday.", "Police named the man as İsmail Yıldırım.",)),
    "capitals-ru": ("cp1251 koi8-r", (
        "ПОЖАР В ПЕРМИ ПОТУШИЛИ УТРОМ", "МИД РФ: ответ будет дан",)),
    "capitals-fr": ("cp1252", (
        "ÉLECTIONS: LE PRÉFET DÉMISSIONNE",)),
    "capitals-tr": ("cp1254", (
        "İSTANBUL'DA ŞİDDETLİ YAĞIŞ",)),
    "capitals-cs": ("cp1250", (
        "POŽÁR V PLZNI UHAŠEN",)),
    "capitals-pl": ("cp1250", (
        "WYBORY W ŁODZI ZAKOŃCZONE",)),
    "names": ("cp1252 iso8859-1", (
        "The committee invited Ana Ibáñez and Zoë Brontë to the hearing in Besançon.",
        "Mr. Grünwald and Ms. Sørensen signed the lease, the clerk said.", "She ordered a crème brûlée at the café near São Bento.",
        "The company's chairman, Björn Åkesson, declined to comment.", "Peter Müller won.",
        "The minister met Zoë Peñaranda in Cádiz on Friday.", "Police named the man as José Ibáñez.", "The Malmö-based firm fell 3%.",
        "François Dupré spoke.", "It costs £5.", "Señor Nuñez agreed.", "Ms. Ågren and Mr. Ødegård declined.",)),
}  # fmt: skip
