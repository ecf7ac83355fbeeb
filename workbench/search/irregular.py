"""Forms that no rule of endings leads back to their word: strong verbs, plurals of another stem. The ones that news is made of; facts of
grammar, written language by language. One line is a word and its forms; ~ before a word keeps it whole, whatever ending it seems to have.
"""

from __future__ import annotations

IRREGULAR = {
    "de": """
brechen: bricht brach brachen gebrochen bräche
finden: fand fanden gefunden
sterben: stirbt starb starben gestorben
sprechen: spricht sprach sprachen gesprochen
treffen: trifft traf trafen getroffen
fliehen: flieht floh flohen geflohen geflohene
geben: gibt gab gaben gegeben
nehmen: nimmt nahm nahmen genommen
sehen: sieht sah sahen gesehen
kommen: kam kamen gekommen
gehen: ging gingen gegangen
stehen: stand standen gestanden
fallen: fällt fiel fielen gefallen
halten: hält hielt hielten gehalten
lassen: lässt ließ ließen gelassen
schießen: schoss schossen geschossen
steigen: stieg stiegen gestiegen
bleiben: blieb blieben geblieben
schreiben: schrieb schrieben geschrieben
ziehen: zog zogen gezogen
tragen: trägt trug trugen getragen
schlagen: schlägt schlug schlugen geschlagen
fahren: fährt fuhr fuhren gefahren
rufen: rief riefen gerufen
helfen: hilft half halfen geholfen
werfen: wirft warf warfen geworfen
beginnen: begann begannen begonnen
gewinnen: gewann gewannen gewonnen
verlieren: verlor verloren verlorene
sinken: sank sanken gesunken
springen: sprang sprangen gesprungen
zwingen: zwang zwangen gezwungen
bringen: brachte brachten gebracht
denken: dachte dachten gedacht
wissen: weiß wusste wussten gewusst
liegen: lag lagen gelegen
bitten: bat baten gebeten
sitzen: saß saßen gesessen
fließen: floss flossen geflossen
schließen: schloss schlossen geschlossen
greifen: griff griffen gegriffen
streiten: stritt stritten gestritten
leiden: litt litten gelitten
fliegen: flog flogen geflogen
~bauer: bauern bauers bäuerin bäuerinnen
~lehrer: lehrern lehrers lehrerin lehrerinnen
~arbeiter: arbeitern arbeiters arbeiterin arbeiterinnen
~fahrer: fahrern fahrers fahrerin fahrerinnen
~spieler: spielern spielers spielerin spielerinnen
~träger: trägern trägers trägerin
~kläger: klägern klägers klägerin
~leiter: leitern leiters leiterin leiterinnen
~lager: lagern lagers
~opfer: opfern opfers
~ufer: ufern ufers
~feuer: feuern feuers
~wasser: wassern wassers
~meter: metern meters
~sender: sendern senders
~führer: führern führers führerin
~richter: richtern richters richterin richterinnen
~täter: tätern täters täterin
~helfer: helfern helfers helferin helferinnen
~bürger: bürgern bürgers bürgerin bürgerinnen
~schüler: schülern schülers schülerin schülerinnen
~wähler: wählern wählers wählerin wählerinnen
~mauer: mauern
~steuer: steuern
""",
    "fr": """
détruire: détruit détruite détruits détruites détruisent détruisait détruisant détruira
mourir: meurt meurent mort morte morts mortes mourait mourut moururent mourant mourra mourront
dire: dit dite dits dites disent disait disaient disant dira
faire: fait faite faits faites font faisait faisaient faisant fera feront fit
aller: va vont allait allaient ira iront allé allée allés
venir: vient viennent venait venu venue venus venues viendra vint
tenir: tient tiennent tenait tenu tenue tenus tenues tint
prendre: prend prennent prenait pris prise prises prit prendra
mettre: met mettent mettait mis mise mises
voir: voit voient voyait vu vue vus vues verra vit
savoir: sait savent savait su saura
pouvoir: peut peuvent pouvait pu pourra pourrait pourraient
vouloir: veut veulent voulait voulu voudra
devoir: doit doivent devait dû devra devrait
recevoir: reçoit reçoivent recevait reçu reçue reçus
conduire: conduit conduite conduits conduisent conduisait
construire: construit construite construits construites construisent construisait
produire: produit produite produits produites produisent produisait
réduire: réduit réduite réduits réduites réduisent
fuir: fuit fuient fuyait fuyant fui
ouvrir: ouvre ouvrent ouvrait ouvert ouverte ouverts ouvertes
offrir: offre offrent offert offerte offerts
découvrir: découvre découvrent découvert découverte découverts découvertes
craindre: craint craignent craignait craignant
atteindre: atteint atteinte atteints atteintes atteignent atteignait
éteindre: éteint éteinte éteints éteignent
vivre: vit vivent vivait vécu vivra
écrire: écrit écrite écrits écrites écrivent écrivait
lire: lit lisent lu lue lus
élire: élit élisent élu élue élus élues
perdre: perd perdent perdu perdue perdus perdait
rendre: rend rendent rendu rendue rendus
battre: bat battent battu battue battus
courir: court courent couru courait
œil: yeux
""",
    "es": """
decir: digo dice dicen dijo dijeron dicho dicha decía decían diciendo dirá diga digan
hacer: hago hace hacen hizo hicieron hecho hecha hacía haciendo hará haga
ir: va van iba iban yendo irá vaya
venir: viene vienen vino vinieron venía viniendo vendrá venga
poder: puede pueden pudo pudieron podía podrá pueda pudiendo
poner: pone ponen puso pusieron puesto puesta ponía pondrá ponga
querer: quiere quieren quiso quisieron quería querrá
saber: sabe saben supo supieron sabía sabrá sepa
tener: tiene tienen tuvo tuvieron tenía tendrá tenga
traer: trae traen trajo trajeron traía
ver: ve ven vio vieron visto vista veía verá
morir: muere mueren murió murieron muerto muerta muertos muertas muriendo morirá
dormir: duerme duermen durmió durmieron
pedir: pide piden pidió pidieron pedía pidiendo
seguir: sigue siguen siguió siguieron siguiendo
sentir: siente sienten sintió sintieron
herir: hiere hirió hirieron herido heridos herida heridas
huir: huye huyen huyó huyeron huido huyendo
caer: cae caen cayó cayeron caído caída cayendo
oír: oye oyen oyó oyeron
dar: da dan dio dieron dado dada daba dando
estar: está están estuvo estuvieron estaba
conducir: conduce condujo condujeron
producir: produce produjo produjeron producido
romper: rompe rompió rompieron roto rota rotos rotas
abrir: abre abrió abrieron abierto abierta abiertos abiertas
cubrir: cubre cubrió cubierto cubierta
volver: vuelve vuelven volvió volvieron vuelto
escribir: escribe escribió escrito escrita escritos
perder: pierde pierden perdió perdieron
cerrar: cierra cierran cerró cerraron cerrado cerrada
contar: cuenta cuentan contó contaron
encontrar: encuentra encuentran encontró encontraron
""",
    "pt": """
dizer: digo diz dizem disse disseram dito dita dizia dizendo dirá
fazer: faz fazem fez fizeram feito feita fazia fazendo fará
ir: vai vão foi foram ia iam indo irá
vir: vem vêm veio vieram vinha vindo virá
ver: vê veem viu viram visto vista via vendo
pôr: põe põem pôs puseram posto posta punha
poder: pode podem pôde puderam podia poderá
querer: quer querem quis quiseram queria
saber: sabe sabem soube souberam sabia
ter: tem têm teve tiveram tinha terá tido
trazer: traz trazem trouxe trouxeram
dar: dá dão deu deram dado dava
estar: está estão esteve estiveram estava
morrer: morre morrem morreu morreram morto morta mortos mortas morria
fugir: foge fogem fugiu fugiram
cair: cai caem caiu caíram caído
sair: sai saem saiu saíram saído
pedir: pede pedem pediu pediram
perder: perde perdem perdeu perderam
abrir: abre abriu abriram aberto aberta abertos abertas
ferir: fere feriu feriram ferido feridos ferida feridas
""",
    "it": """
dire: dico dice dicono disse dissero detto detta detti dette diceva dicevano dicendo dirà
fare: fa fanno fece fecero fatto fatta fatti fatte faceva facendo farà
andare: va vanno andò andarono andato andata andati
venire: viene vengono venne vennero venuto venuta venuti veniva verrà
morire: muore muoiono morì morirono morto morta morti morte moriva morirà
vedere: vede vedono vide videro visto vista visti viste vedeva vedrà
prendere: prende prese presero preso presa presi prese
mettere: mette mise misero messo messa messi messe
chiedere: chiede chiese chiesero chiesto chiesta
chiudere: chiude chiuse chiusero chiuso chiusa chiusi chiuse
decidere: decide decise decisero deciso decisa decisi
uccidere: uccide uccise uccisero ucciso uccisa uccisi uccise
distruggere: distrugge distrusse distrussero distrutto distrutta distrutti distrutte
rompere: rompe ruppe ruppero rotto rotta rotti rotte
scrivere: scrive scrisse scrissero scritto scritta scritti scritte
aprire: apre aprì aprirono aperto aperta aperti aperte
esplodere: esplode esplose esplosero esploso esplosa esplosi
correre: corre corse corsero corso
perdere: perde perse persero perso persa persi perduto
potere: può possono poté potuto poteva potrà
sapere: sa sanno seppe seppero saputo sapeva
volere: vuole vogliono volle volevano voluto
dovere: deve devono dovette dovuto doveva dovrà
nascondere: nasconde nascose nascosto nascosta
rimanere: rimane rimase rimasero rimasto rimasta rimasti
tenere: tiene tengono tenne tennero tenuto teneva
uomo: uomini
""",
    "ru": """
киев: киева киеву киевом киеве
человек: люди людей людям людьми людях человека человеку человеком
ребёнок: дети детей детям детьми детях ребёнка ребёнку ребёнком
день: дня дню днём дни дней дням днями днях дне
год: года году годом годы годов лет годам годами годах
идти: идёт идут шёл шла шло шли
сказать: скажет скажут сказал сказала сказали
мочь: может могут мог могла могли
огонь: огня огню огнём огне
отец: отца отцу отцом отцы отцов
конец: конца концу концом концы концов конце
город: города городу городом городе городов городам городами городах
друг: друга другу другом друзья друзей друзьям друзьями
брат: брата брату братом братья братьев братьям братьями
сын: сына сыну сыном сыновья сыновей
мать: матери матерью матерей
дочь: дочери дочерью дочерей
время: времени временем времена времён
имя: имени именем имена имён
украинец: украинца украинцу украинцем украинцы украинцев украинцам украинцами
вода: воды воде воду водой вод водам водами водах
""",
    "uk": """
людина: люди людей людям людьми людях людини людину людиною
дитина: діти дітей дітям дітьми дітях дитини дитину дитиною
день: дня дню днем дні днів дням днями днях
рік: року роки років рокам роками роках році
київ: києва києву києвом києві
~міст: мосту мостом мости мостів мостами мостах мості
ніч: ночі ніччю ночей ночами
річ: речі речей речами річчю
ріка: ріки ріку рікою річок рік
рука: руки руку рукою руці рук руками
нога: ноги ногу ногою нозі ніг ногами
книга: книги книгу книгою книзі книг книгами
школа: школи школу школою школі шкіл школам школами
гора: гори гору горою горі гір горам горами
~дім: дому домом будинку
бій: бою боєм бої боїв боях боями
вогонь: вогню вогнем вогні вогнів
батько: батька батьку батьком батьки батьків
кінець: кінця кінцю кінцем кінці
друг: друга другом друзі друзів друзям
іти: іде ідуть йде йдуть ішов ішла ішли йшов йшла йшли
сказати: скаже скажуть сказав сказала сказали
могти: може можуть міг могла могли
""",
    "pl": """
człowiek: człowieka człowiekowi człowiekiem ludzie ludzi ludziom ludźmi ludziach
dziecko: dziecka dziecku dzieckiem dzieci dzieciom dziećmi dzieciach
rok: roku rokiem lata lat latom latami latach
dzień: dnia dniowi dniem dni dniom dniami dniach
brat: brata bratu bratem bracia braci braciom braćmi
ksiądz: księdza księdzu księdzem księża księży
tydzień: tygodnia tygodniu tygodniem tygodnie tygodni
ręka: ręki rękę ręką ręce rąk rękami
oko: oka oku okiem oczy oczu oczom oczami
iść: idzie idą szedł szła szli poszedł poszła poszli
powiedzieć: powie powiedział powiedziała powiedzieli powiedziano
zginąć: zginie zginął zginęła zginęło zginęli zginęły
móc: może mogą mógł mogła mogli
mieć: ma mają miał miała mieli
miasto: miasta miastu miastem mieście miast miastom miastami miastach
woda: wody wodzie wodę wodą wód wodom wodami wodach
wojna: wojny wojnie wojnę wojną wojen wojnom wojnami
tama: tamy tamie tamę tamą tamom tamami
most: mostu mostowi mostem moście mosty mostów mostom mostami
droga: drogi drodze drogę drogą dróg drogom drogami
""",
    "tr": """
şehir: şehrin şehri şehre şehrini
ev: evi evin eve evleri evlerin evini
su: suyu suyun suya suda sudan suyla sular suları suların sularda sulardan
demek: dedi diyor dedi diye diyerek demiş
söylemek: söyledi söylüyor söylemiş söyleyen söylediler
yemek: yedi yiyor
gitmek: gitti gidiyor giden gidecek
etmek: etti ediyor eden edecek ettiler edildi
""",
    "ar": """
مدينة: مدن
قرية: قرى
دولة: دول
حرب: حروب
رجل: رجال
امرأة: نساء
طفل: أطفال
شخص: أشخاص
قتيل: قتلى
جريح: جرحى
بيت: بيوت
منزل: منازل
مبنى: مباني مبان
طريق: طرق
جسر: جسور
سد: سدود
نهر: أنهار
بلد: بلاد بلدان
رئيس: رؤساء
وزير: وزراء
جندي: جنود
جيش: جيوش
مدرسة: مدارس
مستشفى: مستشفيات
صاروخ: صواريخ
هجوم: هجمات
خبر: أخبار
يوم: أيام
شهر: أشهر شهور
سنة: سنوات سنين
عام: أعوام
ساحل: سواحل
ميناء: موانئ
منطقة: مناطق
حي: أحياء
سفينة: سفن
طائرة: طائرات
شركة: شركات
مصدر: مصادر
مسؤول: مسؤولون مسؤولين
عامل: عمال
ساكن: سكان
لاجئ: لاجئون لاجئين
ضحية: ضحايا
قوة: قوات قوى
حدود: حدودي
مياه: مياها ماء
نار: نيران
""",
    "he": """
איש: אנשים אנשי
אישה: נשים
ילד: ילדים ילדי
עיר: ערים ערי
בית: בתים בתי
יום: ימים ימי
שנה: שנים שנות
לילה: לילות
חייל: חיילים חיילי
הרוג: הרוגים
בן: בנים
בת: בנות
""",
}
