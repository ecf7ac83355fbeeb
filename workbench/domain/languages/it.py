"""Italian."""

from __future__ import annotations

from workbench.domain.languages.language import Language
from workbench.domain.languages.numbers import Numbers
from workbench.domain.languages.speech import Speech, words

# How numbers are written

NUMBERS = Numbers()

# Who says it, and how it is put

SPEECH = Speech(
    verbs=words(
        "detto dice dicono disse dissero affermato afferma affermano affermò dichiarato dichiara dichiarano dichiarò"
        " annunciato annuncia annunciano annunciò spiegato spiega spiegano spiegò aggiunto aggiunge aggiungono aggiunse"
        " sottolineato sottolinea sottolineano riferito riferisce riferiscono riportato riporta riportano confermato"
        " conferma confermano smentito smentisce assicurato assicura avvertito avverte denunciato denuncia denunciano"
        " ammesso ammette rivelato rivela sostenuto sostiene sostengono commentato commenta scritto scrive scrivono"
        " raccontato racconta risposto risponde ribadito ribadisce ricordato ricorda precisato precisa osservato osserva"
        " accusato accusa accusano criticato critica criticano definito definisce condannato condanna lamentato lamenta"
        " comunicato sapere evidenziato evidenzia replicato replica promesso promette concluso conclude informato twittato"
    ),
    views=words(
        "crede credono pensa pensano ritiene ritengono teme temono spera sperano vuole vogliono chiede chiedono chiesto"
        " esige esigono rifiuta rifiutano rifiutato appoggia dubita sospetta propone proposto considera considerano stima"
        " stimano"
    ),
    according=("secondo", "a detta di", "stando a", "a parere di", "ad avviso di", "per"),
    after_mark=words("per"),
    as_said=words("come"),
    that=words("che"),
    between=words("ha hanno ho abbiamo aveva avevano avrebbe non anche già ancora inoltre poi ieri oggi si lo gli fatto stesso stessa"),
    determiners=words(
        "il lo la i gli le l’ un uno una questo questa questi queste suo sua suoi sue alcuni alcune diversi diverse due tre quattro molti"
    ),
    joins=words("di del dello della dei degli delle dell’ in a al alla da dal dalla per"),
    prepositions=words(
        "di del dello della dei degli delle a al allo alla ai agli alle in nel nello nella nei negli nelle da dal dallo"
        " dalla dai con su sul sulla per tra fra senza durante dopo prima contro verso secondo davanti presso"
    ),
    breaks=words("e ed o ma che chi quando dove se perché mentre anche è sono era erano fu non come"),
    also=words("e ed ma"),
    relatives=words("chi"),
    when=words(
        "lunedì martedì mercoledì giovedì venerdì sabato domenica oggi ieri domani mattina pomeriggio sera notte gennaio"
        " febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre settimana mese anno"
    ),
    pronouns={"lui": "m", "lei": "f", "loro": "p", "egli": "m", "ella": "f", "io": "1", "noi": "1"},
    papers=words("rapporto comunicato studio sondaggio messaggio lettera documento nota"),
    hedges=words("presunto presunta presumibilmente circa probabilmente forse apparentemente"),
    women=words("signora presidente ministra sindaca maria giorgia anna"),
    men=words("signor presidente ministro sindaco giuseppe mario"),
    inverts=True,
)

# The language

LANGUAGE = Language(
    "it",
    "Italian",
    quotation_marks=(("«", "»"), ("“", "”"), ('"', '"')),
    numbers=NUMBERS,
    speech=SPEECH,
)
