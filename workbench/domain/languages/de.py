"""German."""

from __future__ import annotations

from workbench.domain.languages.de_speech import SPEECH
from workbench.domain.languages.language import Language
from workbench.domain.languages.numbers import Numbers

# How numbers are written

NUMBERS = Numbers(
    thousands=".'\u00a0\u202f",
    decimal=",",
    cardinals="zwei 2 zwo 2 drei 3 vier 4 fünf 5 sechs 6 sieben 7 acht 8 neun 9 zehn 10 elf 11 zwölf 12 dreizehn 13 vierzehn 14 "
    "fünfzehn 15 sechzehn 16 siebzehn 17 achtzehn 18 neunzehn 19 zwanzig 20 dreißig 30 dreissig 30 vierzig 40 fünfzig 50 sechzig "
    "60 siebzig 70 achtzig 80 neunzig 90 hundert 100",
    doubtful="acht",
    one="ein eine einem einer einen",
    bare="tausend hundert",
    multiples="dutzend 12",
    many="dutzende 12 dutzenden 12 hunderte 100 hunderten 100 hunderter 100 tausende 1000 tausenden 1000 tausender 1000 "
    "zehntausende 10000 zehntausenden 10000 hunderttausende 100000 hunderttausenden 100000 millionen 1000000 milliarden 1000000000",
    of="von der",
    scales="tausend 3 tsd 3 million 6 millionen 6 mio 6 milliarde 9 milliarden 9 mrd 9 billion 12 billionen 12 bio 12",
    joiners="und",
    one_and_half="anderthalb eineinhalb",
    glued=True,
    unit_first=True,
    half="halbe halben halber halbes hälfte",
    no_half="erste zweite ersten zweiten",
    fractions="drittel 3 viertel 4 fünftel 5 sechstel 6 achtel 8 zehntel 10",
    ordinals="dritte 3 dritten 3 vierte 4 vierten 4 fünfte 5 fünften 5 sechste 6 sechsten 6 siebte 7 siebten 7 achte 8 neunte 9 "
    "neunten 9 zehnte 10 zehnten 10",
    ordinal_point=True,
    determiners="der die das dem den des am zum zur im vom beim ins seinem seinen seiner ihrem ihren ihrer diesem dieser jeder "
    "jedem jeden als platz rang",
    none="keine keinen keinerlei",
    about="etwa circa ca zirka ungefähr rund gut geschätzt geschätzte geschätzten schätzungsweise um gegen an_die ~ ≈",
    at_least="mindestens wenigstens zumindest nicht_weniger_als minimum ≥",
    more_than="mehr_als über oberhalb_von größer_als >",
    at_most="bis_zu höchstens maximal nicht_mehr_als ≤",
    fewer_than="weniger_als unter knapp_unter <",
    nearly="knapp fast nahezu beinahe annähernd",
    after="at_least=oder_mehr und_mehr|about=oder_so|at_most=oder_weniger",
    filler="die der den das insgesamt noch weitere weiteren andere anderen zusammen allein alle nur bislang bisher",
    to="bis oder",
    between="zwischen",
    between_and="und",
    source="von",
    units="km=kilometer kilometern km|m=meter metern|cm=zentimeter zentimetern|mm=millimeter millimetern|mile=meile meilen|"
    "nautical_mile=seemeile seemeilen|km2=quadratkilometer quadratkilometern|m2=quadratmeter quadratmetern|ha=hektar|l=liter "
    "litern|m3=kubikmeter kubikmetern|kg=kilogramm kilo kilos|g=gramm|mg=milligramm|t=tonne tonnen|km/h=stundenkilometer "
    "stundenkilometern kilometer_pro_stunde|knot=knoten|second=sekunde sekunden|minute=minute minuten|hour=stunde stunden|day=tag "
    "tage tagen|week=woche wochen|month=monat monate monaten|year=jahr jahre jahren|decade=jahrzehnt jahrzehnte jahrzehnten|"
    "percent=prozent|point=prozentpunkt prozentpunkte prozentpunkten|C=grad_celsius|degree=grad|MW=megawatt|GW=gigawatt|"
    "kWh=kilowattstunden|barrel=barrel|times=mal",
    money="EUR=euro euros|USD=dollar us-dollar|GBP=pfund|CHF=franken schweizer_franken|JPY=yen|RUB=rubel|CNY=yuan|UAH=hrywnja|"
    "PLN=zloty|TRY=lira|EURc=cent",
    labels="artikel art paragraf paragraph absatz abs kapitel seite seiten tag woche phase stufe kategorie klasse nummer nr ziffer "
    "punkt tabelle abbildung abb anlage linie gleis zimmer haus wohnung block reaktor tor halle kanal runde etage zone sektor "
    "modell typ version beispiel satz platz saal kammer punkte boeing airbus windows ios bahnsteig kilometer zone",
    streets="straße strasse str weg platz gasse allee ufer ring damm chaussee",
    clock_before="um gegen ab bis vor nach seit kurz_nach",
    clock_after="uhr h_uhr",
    year_before="in im seit ab bis vor nach anfang ende mitte jahr jahre jahres herbst sommer winter frühjahr frühling von um",
    ago="vor",
    people="menschen personen person mann männer männern frau frauen kind kinder kindern jugendliche jugendlichen schüler schülern "
    "passagiere passagieren reisende reisenden insassen fahrgäste bewohner einwohner einwohnern bürger soldaten soldatinnen "
    "kämpfer kämpfern polizisten beamte beamten feuerwehrleute helfer einsatzkräfte patienten opfer opfern todesopfer tote toten "
    "verletzte verletzten vermisste vermissten leichen überlebende mitarbeiter beschäftigte arbeiter demonstranten geiseln "
    "gefangene flüchtlinge geflüchtete haushalte familien tiere zivilisten mitglieder",
    things="häuser häusern gebäude wohnungen schulen fahrzeuge autos busse züge flugzeuge schiffe boote panzer drohnen raketen "
    "stimmen sitze fälle arbeitsplätze orte dörfer länder städte exemplare",
    nouns="capital",
    modifiers="weitere weiteren andere anderen neue neuen zusätzliche",
    stops="und oder aber der die das den dem des ein eine einen einem einer in im an am auf aus bei beim mit nach seit von vom vor "
    "zu zum zur über unter um für gegen durch ohne ist sind war waren wird werden wurde wurden hat haben hatte hatten sich nicht "
    "auch noch schon als wie dass weil wenn er sie es wir ihr pro je",
    aged="alter",
    years_old="-jährige -jähriger -jährigen -jähriges -jährige jährige jähriger jährigen jahre_alt jahre_alte jahre_alter",
    states="killed=getötet gestorben tot tote toten ums_leben todesopfer umgekommen starben um umkamen|injured=verletzt verletzte "
    "verletzten verwundet|missing=vermisst vermisste vermissten|arrested=festgenommen verhaftet|evacuated=evakuiert|"
    "rescued=gerettet|trapped=eingeschlossen|displaced=vertrieben obdachlos|destroyed=zerstört|damaged=beschädigt",
    states_before="killed=starben tötete töteten sterben kamen getötet_wurden|injured=verletzte verletzten verletzt_wurden|"
    "missing=vermisst_werden|arrested=festgenommen_wurden",
    auxiliary="wurden wurde sind seien waren worden bereits noch dabei",
    months="januar 1 jänner 1 jan 1 februar 2 feb 2 märz 3 mrz 3 april 4 apr 4 mai 5 juni 6 jun 6 juli 7 jul 7 august 8 aug 8 "
    "september 9 sept 9 sep 9 oktober 10 okt 10 november 11 nov 11 dezember 12 dez 12",
    weekdays="montag 1 dienstag 2 mittwoch 3 donnerstag 4 freitag 5 samstag 6 sonnabend 6 sonntag 7",
    relative_days="heute 0 gestern -1 vorgestern -2 morgen 1",
    last="vergangenen letzten vergangener letzter vorigen",
    next="kommenden nächsten nächster",
    periods="last_week=letzte_woche vergangene_woche vorige_woche vergangenen_woche letzten_woche|this_week=diese_woche "
    "dieser_woche|next_week=nächste_woche kommende_woche kommenden_woche nächsten_woche|last_month=letzten_monat vergangenen_monat|"
    "last_year=letztes_jahr vergangenes_jahr vergangenen_jahr letzten_jahr voriges_jahr|this_year=dieses_jahr diesem_jahr|"
    "next_year=nächstes_jahr nächsten_jahr kommenden_jahr",
    halves_of_day="am=morgens früh|pm=abends nachmittags",
    abbreviations="tsd mio mrd bio",
    minus="minus",
)

# The language

LANGUAGE = Language(
    "de",
    "German",
    quotation_marks=(("„", "“"), ("»", "«"), ("‚", "‘"), ("›", "‹"), ("“", "”"), ('"', '"')),
    numbers=NUMBERS,
    speech=SPEECH,
    stemmer="german",
)
