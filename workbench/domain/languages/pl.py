"""Polish."""

from __future__ import annotations

from workbench.domain.languages.language import Language
from workbench.domain.languages.numbers import Numbers
from workbench.domain.languages.speech import Speech, forms, words

# How numbers are written

NUMBERS = Numbers()

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
)
