"""Polish."""

from __future__ import annotations

from workbench.domain.languages.language import Language
from workbench.domain.languages.numbers import Numbers
from workbench.domain.languages.speech import Speech, forms, words

# How numbers are written

NUMBERS = Numbers(
    thousands="\u00a0\u202f.",
    decimal=",",
    cardinals="jeden 1 jedna 1 jedną 1 jednego 1 dwa 2 dwie 2 dwóch 2 dwaj 2 dwoje 2 dwojga 2 dwojgiem 2 dwiema 2 dwoma 2 trzy 3 "
    "trzech 3 trzej 3 troje 3 trojga 3 cztery 4 czterech 4 czterej 4 czworo 4 pięć 5 pięciu 5 pięcioro 5 sześć 6 sześciu 6 "
    "sześcioro 6 siedem 7 siedmiu 7 osiem 8 ośmiu 8 dziewięć 9 dziewięciu 9 dziesięć 10 dziesięciu 10 jedenaście 11 jedenastu 11 "
    "dwanaście 12 dwunastu 12 trzynaście 13 trzynastu 13 czternaście 14 czternastu 14 piętnaście 15 piętnastu 15 szesnaście 16 "
    "szesnastu 16 siedemnaście 17 siedemnastu 17 osiemnaście 18 osiemnastu 18 dziewiętnaście 19 dziewiętnastu 19 dwadzieścia 20 "
    "dwudziestu 20 trzydzieści 30 trzydziestu 30 czterdzieści 40 czterdziestu 40 pięćdziesiąt 50 pięćdziesięciu 50 sześćdziesiąt "
    "60 sześćdziesięciu 60 siedemdziesiąt 70 osiemdziesiąt 80 dziewięćdziesiąt 90 sto 100 stu 100 dwieście 200 dwustu 200 trzysta "
    "300 trzystu 300 czterysta 400 czterystu 400 pięćset 500 pięciuset 500 sześćset 600 siedemset 700 osiemset 800 dziewięćset 900",
    doubtful="jeden jedna jedną jednego",
    bare="tysiąc milion miliard sto stu tuzin",
    one_and_half="półtora półtorej",
    multiples="tuzin 12",
    many="dziesiątki 10 dziesiątek 10 setki 100 setek 100 tysiące 1000 miliony 1000000",
    scales="tysiąc 3 tysiąca 3 miliona 6 miliarda 9 tysiące 3 tysięcy 3 tys 3 milion 6 miliony 6 milionów 6 mln 6 miliard 9 "
    "miliardy 9 miliardów 9 mld 9 bilion 12 biliony 12 bilionów 12 bln 12",
    half="połowa połowy połowę pół",
    fractions="trzecia 3 trzecie 3 czwarta 4 czwarte 4 piąte 5",
    ordinal_endings="go",
    ordinal_point=True,
    none="żadnych",
    about="około ok mniej_więcej w_przybliżeniu jakieś ~ ≈",
    at_least="co_najmniej przynajmniej nie_mniej_niż minimum ≥",
    more_than="ponad więcej_niż powyżej przeszło >",
    at_most="do co_najwyżej maksymalnie nie_więcej_niż ≤",
    fewer_than="mniej_niż poniżej <",
    nearly="prawie niemal blisko niespełna",
    after="at_least=lub_więcej i_więcej|about=mniej_więcej|at_most=lub_mniej",
    filler="łącznie w_sumie kolejnych kolejne jeszcze",
    to="do lub",
    between="od między pomiędzy",
    between_and="a i do",
    source="z ze",
    units="km=kilometr kilometry kilometra kilometrów|m=metr metry metra metrów|cm=centymetr centymetrów|mm=milimetrów|mile=mil "
    "mile|km2=kilometrów_kwadratowych kilometry_kwadratowe km_kw|m2=metrów_kwadratowych mkw m_kw|ha=hektar hektary hektarów|l=litr "
    "litry litrów|m3=metrów_sześciennych|kg=kilogram kilogramy kilogramów kilo|g=gram gramy gramów|t=tona tony ton|"
    "km/h=kilometrów_na_godzinę|second=sekunda sekundy sekund|minute=minuta minuty minut minutę|hour=godzina godziny godzin "
    "godzinę|day=dzień dni doba doby|week=tydzień tygodnie tygodni|month=miesiąc miesiące miesięcy|year=rok lata lat|"
    "percent=procent procenta proc|point=punkt_procentowy punkty_procentowe punktów_procentowych pkt_proc|C=stopni_celsjusza|"
    "degree=stopień stopnie stopni|barrel=baryłek|times=razy",
    money="PLN=złoty złote złotych zł|EUR=euro|USD=dolar dolary dolarów|GBP=funtów|RUB=rubli|UAH=hrywien|PLg=groszy",
    labels="artykuł artykułu art rozdział strona strony str numer nr dzień faza etap poziom kategoria klasa linia peron punkt "
    "sekcja część ustęp ust załącznik rysunek tabela sala reaktor lot droga trasa dom mieszkanie blok boeing airbus wersja model "
    "kanał piętro szkoła grupa typ tom brygada paragraf pkt par",
    streets="ulica ulicy ul aleja alei al plac placu osiedle",
    clock_before="o od do po przed około godz godzinie godziny",
    clock_after="rano wieczorem w_nocy po_południu",
    clock_hours="godz",
    year_before="w od do po przed roku rok r latach początku końca",
    ago="temu później wcześniej",
    people="osób osoby osoba ludzi mężczyzn mężczyźni mężczyzna kobiet kobiety kobieta dzieci dziecko nastolatków uczniów "
    "studentów pasażerów kierowców turystów mieszkańców obywateli cywilów żołnierzy bojowników policjantów strażaków ratowników "
    "lekarzy pacjentów ofiar ofiary zabitych rannych zaginionych ciał pracowników dziennikarzy uczestników demonstrantów uchodźców "
    "migrantów rodzin zakładników jeńców posłów wyborców zatrzymanych",
    things="domów domy budynków budynki mieszkań szkół szpitali wsi miast krajów samochodów aut autobusów pociągów samolotów "
    "statków czołgów dronów rakiet przypadków głosów miejsc firm egzemplarzy",
    nouns="next",
    adjectives="ych ich ego ej",
    modifiers="nowych innych",
    stops="i oraz lub albo a ale w we na z ze do od za po pod nad przy dla bez przez między nie że jak jeśli gdy gdzie który które "
    "których która to ten te on ona oni ich jego jej był była byli było jest są będzie także już jeszcze przed o u się",
    years_old="-letni -letnia -letniego -letniej -latek -latka -latki letni letnia",
    states="killed=zginęło zginęły zginęli zabitych zmarło zabito|injured=rannych zostało_rannych rannych_zostało|missing=zaginęło "
    "zaginionych|arrested=zatrzymano zatrzymanych aresztowano|evacuated=ewakuowano ewakuowanych|rescued=uratowano|"
    "destroyed=zniszczono zniszczonych|damaged=uszkodzonych uszkodzono",
    states_before="killed=zginęło zginęły zginęli zmarło zabił zabiły zabito|injured=ranił raniły rannych_zostało rannych|"
    "missing=zaginęło|arrested=zatrzymano aresztowano|evacuated=ewakuowano|rescued=uratowano",
    auxiliary="zostało zostały zostali już",
    months="stycznia 1 styczeń 1 sty 1 lutego 2 luty 2 marca 3 marzec 3 kwietnia 4 kwiecień 4 kwi 4 maja 5 maj 5 czerwca 6 "
    "czerwiec 6 lipca 7 lipiec 7 sierpnia 8 sierpień 8 września 9 wrzesień 9 października 10 październik 10 listopada 11 listopad "
    "11 grudnia 12 grudzień 12",
    weekdays="poniedziałek 1 wtorek 2 środa 3 środę 3 czwartek 4 piątek 5 sobota 6 sobotę 6 niedziela 7 niedzielę 7",
    relative_days="dziś 0 dzisiaj 0 wczoraj -1 przedwczoraj -2 jutro 1",
    last="ubiegły ubiegłą miniony minioną zeszły",
    next="przyszły przyszłą najbliższy",
    periods="last_week=ubiegłym_tygodniu zeszłym_tygodniu|this_week=tym_tygodniu|next_week=przyszłym_tygodniu|"
    "last_month=ubiegłym_miesiącu|last_year=ubiegłym_roku zeszłym_roku|this_year=tym_roku|next_year=przyszłym_roku",
    halves_of_day="am=rano|pm=wieczorem po_południu",
    abbreviations="tys mln mld bln",
    minus="minus",
    aged="wieku",
)

# Who says it, and how it is put

SPEECH = Speech(
    verbs=forms(
        "powiedzia oświadczy poinformowa zaznaczy podkreśli doda stwierdzi napisa ogłosi potwierdzi wskaza przypomnia wyjaśni przyzna"
        " ostrzeg"
        " oskarży przekaza skomentowa zapewni zauważy zapowiedzia skrytykowa potępi odpowiedzia tłumaczy mówi twierdzi relacjonowa"
        " zaprzeczy",
        "ł ła ło li ły",
    )
    | words(
        "powiedzieli poinformowali napisali wskazali przypomnieli przekazali skomentowali zapowiedzieli skrytykowali"
        " odpowiedzieli dodali mówi mówią twierdzi twierdzą podaje podają informuje informują zaznacza podkreśla"
        " podkreślają dodaje dodają pisze piszą ogłasza potwierdza potwierdzają wskazuje wskazują przypomina wyjaśnia"
        " wyjaśniają przyznaje ostrzega ostrzegają oskarża oskarżają przekazuje komentuje zapewnia zapewniają zauważa"
        " zapowiada zapowiadają krytykuje tłumaczy ocenia oceniają ocenił oceniła ocenili podał podała podali ostrzegł"
        " ostrzegła ostrzegli"
    ),
    views=words(
        "uważa uważają sądzi sądzą wierzy wierzą obawia obawiają ma mają chce chcą żąda żądają wątpi myśli myślą domaga oczekuje oczekują"
    )
    - words("ma mają"),
    according=("zdaniem", "według", "w opinii", "jak podaje", "w ocenie", "zgodnie z"),
    as_said=words("jak"),
    that=words("że iż żeby aby czy"),
    between=words("też także już jeszcze wcześniej później potem dziś wczoraj nie się jednak ponownie również to"),
    prepositions=words("w we na z ze do o od po za dla przy bez pod nad przed między przez u oprócz wśród przeciw według zdaniem"),
    breaks=words("i oraz lub albo ale a że żeby jeśli gdy kiedy gdzie jak więc bo który która które którzy był była było byli będzie nie"),
    also=words("i oraz ale a"),
    when=words(
        "poniedziałek wtorek środę czwartek piątek sobotę niedzielę dziś wczoraj jutro rano wieczorem stycznia lutego"
        " marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia tygodniu roku"
    ),
    pronouns={"on": "m", "ona": "f", "oni": "p", "one": "p", "ja": "1", "my": "1", "ono": "n"},
    hedges=words("rzekomo około prawdopodobnie podobno być może przypuszczalnie"),
    women=words("pani anna maria katarzyna agnieszka"),
    men=words("pan jan piotr andrzej tomasz donald"),
    inverts=True,
    comma_clause=True,
)

# The language

LANGUAGE = Language(
    "pl",
    "Polish",
    quotation_marks=(("„", "”"), ("«", "»"), ('"', '"')),
    numbers=NUMBERS,
    speech=SPEECH,
    stemmer="polish",
)
