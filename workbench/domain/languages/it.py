"""Italian."""

from __future__ import annotations

from workbench.domain.languages.language import Language
from workbench.domain.languages.numbers import Numbers
from workbench.domain.languages.speech import Speech, words

# How numbers are written

NUMBERS = Numbers(
    thousands=".'\u00a0\u202f",
    decimal=",",
    cardinals="due 2 tre 3 tré 3 quattro 4 cinque 5 sei 6 sette 7 otto 8 nove 9 dieci 10 undici 11 dodici 12 tredici 13 "
    "quattordici 14 quindici 15 sedici 16 diciassette 17 diciotto 18 diciannove 19 venti 20 vent 20 trenta 30 trent 30 quaranta 40 "
    "quarant 40 cinquanta 50 cinquant 50 sessanta 60 sessant 60 settanta 70 settant 70 ottanta 80 ottant 80 novanta 90 novant 90 "
    "cento 100",
    doubtful="sei nove vent trent quarant cinquant sessant settant ottant novant",
    one="un uno una",
    bare="mille cento mila",
    multiples="decina 10 dozzina 12 quindicina 15 ventina 20 trentina 30 quarantina 40 cinquantina 50 centinaio 100 migliaio 1000",
    many="decine 10 dozzine 12 centinaia 100 migliaia 1000 milioni 1000000",
    of="di d dei degli delle del della dello dell",
    scales="mille 3 mila 3 milione 6 milioni 6 mln 6 miliardo 9 miliardi 9 mld 9 bilione 12",
    joiners="e",
    joined_from=100,
    glued=True,
    half="metà mezzo mezza",
    no_half="prima seconda prime altra",
    and_half="e_mezzo e_mezza",
    fractions="terzo 3 terzi 3 quarti 4 quinti 5",
    ordinal_endings="º ª esimo esima",
    none="nessun nessuna",
    about="circa intorno_a attorno_a all'incirca approssimativamente qualche stimati ~ ≈",
    at_least="almeno non_meno_di minimo ≥",
    more_than="più_di oltre più_che superiore_a >",
    at_most="fino_a massimo al_massimo non_più_di ≤",
    fewer_than="meno_di sotto_i sotto inferiore_a <",
    nearly="quasi",
    after="at_least=o_più e_più|about=circa|at_most=al_massimo o_meno",
    filler="i le gli la il un_totale_di totale_di altri altre ben solo soltanto",
    to="a o ai",
    between="tra fra",
    between_and="e",
    source="da",
    units="km=chilometro chilometri|m=metro metri|cm=centimetro centimetri|mm=millimetri|mile=miglio miglia|"
    "nautical_mile=miglia_nautiche|km2=chilometri_quadrati chilometri_quadri|m2=metri_quadrati metri_quadri|ha=ettaro ettari|"
    "l=litro litri|m3=metri_cubi|kg=chilogrammo chilogrammi chilo chili|g=grammo grammi|t=tonnellata tonnellate|"
    "km/h=chilometri_orari chilometri_all'ora|knot=nodi|second=secondo secondi|minute=minuto minuti|hour=ora ore|day=giorno giorni|"
    "week=settimana settimane|month=mese mesi|year=anno anni|decade=decennio decenni|percent=per_cento|point=punti_percentuali "
    "punto_percentuale|C=gradi_celsius gradi_centigradi|degree=grado gradi|barrel=barile barili|times=volte",
    money="EUR=euro|USD=dollaro dollari|GBP=sterlina sterline|CHF=franchi_svizzeri franchi|JPY=yen|RUB=rubli|CNY=yuan|EURc=centesimi",
    labels="articolo articoli art pagina pagine capitolo numero n nº giorno fase livello categoria classe linea binario sezione "
    "comma allegato figura tabella sala porta reattore volo strada statale autostrada boeing airbus legge punto versione modello "
    "canale piano blocco zona gruppo tipo tappa vagone civico",
    streets="via viale piazza corso piazzale largo vicolo lungotevere",
    clock_before="alle ore dalle all' le verso",
    clock_after="del_mattino di_sera del_pomeriggio di_notte",
    clock_hours="ore",
    year_before="nel dal del fino_al anno anni entro il inizio fine l'anno",
    ago="fa prima dopo",
    people="ragazzo ragazza giovane soldato persone persona uomini uomo donne donna bambini bambino bambine ragazzi ragazze "
    "giovani studenti alunni passeggeri viaggiatori conducenti pedoni turisti residenti abitanti cittadini civili soldati militari "
    "combattenti ribelli sospetti prigionieri ostaggi detenuti poliziotti agenti carabinieri pompieri soccorritori medici pazienti "
    "vittime vittima morti morto feriti ferito dispersi superstiti sopravvissuti lavoratori dipendenti operai giornalisti "
    "manifestanti tifosi profughi migranti sfollati famiglie membri decessi corpi vite deputati",
    things="case abitazioni edifici scuole villaggi comuni città veicoli auto autobus treni aerei navi barche carri droni missili "
    "casi posti voti seggi dosi paesi stati imprese copie negozi frazioni",
    nouns="next",
    modifiers="altri altre nuovi nuove primi prime ultimi ultime",
    stops="il lo la i gli le l un uno una e o ma né a al allo alla ai agli alle in nel nella nei nelle di del dello della dei "
    "degli delle da dal dalla con per su sul sulla tra fra senza sotto sopra contro verso secondo che chi cui dove quando come se "
    "è sono era erano fu furono ha hanno aveva avevano essere stato stata stati state si non più suo sua suoi sue loro anche già "
    "dopo prima durante",
    aged="",
    years_old="anni_di_età enne enni -enne",
    states="killed=morti morto morte uccisi uccise decedute decessi|injured=feriti ferito ferite|missing=dispersi disperse|"
    "arrested=arrestati arrestate fermati|evacuated=evacuati evacuate sfollati|rescued=salvati soccorsi|displaced=sfollati "
    "sfollate|trapped=intrappolati bloccati|destroyed=distrutti distrutte|damaged=danneggiati danneggiate",
    states_before="killed=morte morti ucciso uccide uccidono uccise uccidendo sono_morte sono_morti|injured=ferito ferendo ferisce "
    "ferite|arrested=arrestato arrestati|evacuated=evacuate evacuati",
    auxiliary="sono stati state erano sarebbero rimasti rimaste già",
    months="gennaio 1 gen 1 febbraio 2 feb 2 marzo 3 mar 3 aprile 4 apr 4 maggio 5 mag 5 giugno 6 giu 6 luglio 7 lug 7 agosto 8 "
    "ago 8 settembre 9 set 9 sett 9 ottobre 10 ott 10 novembre 11 nov 11 dicembre 12 dic 12",
    weekdays="lunedì 1 martedì 2 mercoledì 3 giovedì 4 venerdì 5 sabato 6 domenica 7",
    relative_days="oggi 0 ieri -1 domani 1",
    last="scorso scorsa",
    next="prossimo prossima",
    periods="last_week=settimana_scorsa scorsa_settimana|this_week=questa_settimana|next_week=prossima_settimana|"
    "last_month=mese_scorso|last_year=anno_scorso scorso_anno|this_year=quest'anno|next_year=prossimo_anno",
    halves_of_day="am=del_mattino|pm=di_sera del_pomeriggio",
    abbreviations="mln mld",
    minus="meno",
)

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
    stemmer="italian",
)
