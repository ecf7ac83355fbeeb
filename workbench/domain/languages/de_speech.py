"""The German words of saying and of those who speak; `de.py` puts them into the language."""

from __future__ import annotations

from workbench.domain.languages.speech import Speech, words

SPEECH = Speech(
    verbs=words(
        "sagte sagten sagt sagen erklärte erklärten erklärt erklären teilte teilten teilt berichtete berichteten"
        " berichtet berichten betonte betonten betont betonen warnte warnten warnt warnen behauptete behaupteten behauptet"
        " behaupten meinte meinten meint meinen schrieb schrieben schreibt schreiben meldete meldeten meldet melden"
        " äußerte äußerten äußert bestätigte bestätigten bestätigt bestätigen dementierte dementierten dementiert bestritt"
        " bestritten bestreitet versicherte versicherten versichert kündigte kündigten kündigt gab gaben gibt geben"
        " verkündete verkündeten verkündet sprach sprachen spricht sprechen fügte fügten fügt führte führten führt"
        " ergänzte ergänzten ergänzt antwortete antworteten antwortet entgegnete entgegneten entgegnet kommentierte"
        " kommentiert begründete begründeten begründet argumentierte argumentiert argumentieren stellte stellten stellt"
        " hob hebt unterstrich unterstreicht räumte räumten räumt wies wiesen weist verwies verwiesen verweist erinnerte"
        " erinnert mahnte mahnt appellierte appelliert rief riefen ruft fragte fragten fragt erzählte erzählten erzählt"
        " beteuerte beteuert versprach versprachen verspricht drohte drohten droht prophezeite präzisierte zitierte"
        " zitierten zitiert twitterte kritisierte kritisierten kritisiert forderte forderten fordert verlangte verlangten"
        " verlangt klagte klagten klagt ließ ließen lässt empfahl empfahlen empfiehlt riet rät skandierten resümierte"
        " bilanzierte lobte lobt bedauerte bedauert begrüßte begrüßten begrüßt bemängelte bemängelt beklagte beklagt"
        " plädierte plädiert konstatierte konterte hieß heißt lautete lautet schilderte schildert schlussfolgerte vertrat"
        " unterstellte"
    ),
    views=words(
        "ging geht gehen gingen hielt hält halten hielten drückte drücktglaubt glaubte glauben glaubten hofft hoffte"
        " hoffen hofften fürchtet fürchtete fürchten fürchteten befürchtet befürchtete befürchten befürchteten vermutet"
        " vermutete vermuten vermuteten schätzt schätzte schätzen schätzten erwartet erwartete erwarten erwarteten rechnet"
        " rechnete rechnen rechneten sieht plant plante planen planten nannte nannten nennt nennen bezeichnete"
        " bezeichneten bezeichnet bezeichnen wirft warf werfen warfen beschuldigte beschuldigten beschuldigt beschuldigen"
        " lehnt lehnte lehnen lehnten unterstützt unterstützte weigerte beschloss beschlossen beschließt entschied"
        " entschieden entscheidet vereinbarten würdigte würdigt bezweifelt bezweifelte wünscht wünschte beabsichtigt"
        " sprechen befürwortet befürworteten befürworten beantragte beantragt"
    ),
    endings=words(
        "gesagt erklärt mitgeteilt mitteilt mitteilte mitteilten berichtet betont gewarnt behauptet gemeint geschrieben"
        " gemeldet geäußert bestätigt dementiert bestritten versichert angekündigt ankündigte ankündigten bekanntgegeben"
        " bekanntgab verkündet gesprochen hinzugefügt ausgeführt ergänzt geantwortet entgegnet kommentiert begründet"
        " argumentiert festgestellt hervorgehoben unterstrichen eingeräumt hingewiesen verwiesen erinnert gemahnt"
        " appelliert aufgerufen gefragt erzählt beteuert versprochen gedroht zitiert kritisiert gefordert verlangt geklagt"
        " empfohlen geraten gelobt bedauert begrüßt beklagt plädiert vorgeworfen beschuldigt bezeichnet genannt abgelehnt"
        " angenommen vermutet geschätzt erwartet beschlossen entschieden aufgefordert bekräftigt angegeben angab angaben"
        " bekräftigte feststellt feststellte hervorgeht verlautete verlautbarte formulierte ausdrückte"
    ),
    helpers=words("hat haben hatte hatten habe hätte hätten"),
    according=("laut", "gemäß", "so"),
    according_after=("zufolge",),
    after_mark=words("so"),
    separable={
        **dict.fromkeys(("gab", "gaben", "gibt", "geben"), "bekannt an zu"),
        **dict.fromkeys(("stellte", "stellten", "stellt"), "fest klar"),
        **dict.fromkeys(("teilte", "teilten", "teilt"), "mit"),
        **dict.fromkeys(("kündigte", "kündigten", "kündigt"), "an"),
        **dict.fromkeys(("führte", "führten", "führt"), "aus"),
        **dict.fromkeys(("fügte", "fügten", "fügt"), "hinzu an"),
        **dict.fromkeys(("räumte", "räumten", "räumt"), "ein"),
        **dict.fromkeys(("wies", "wiesen", "weist"), "hin zurück darauf"),
        **dict.fromkeys(("sprach", "sprachen", "spricht", "sprechen"), "von dafür dagegen davon aus für gegen"),
        **dict.fromkeys(("hob", "hebt"), "hervor"),
        **dict.fromkeys(("ließ", "ließen", "lässt"), "wissen verlauten mitteilen durchblicken erkennen erklären ausrichten"),
        **dict.fromkeys(("rief", "riefen", "ruft"), "auf dazu zu"),
        **dict.fromkeys(("wirft", "warf", "werfen", "warfen"), "vor"),
        **dict.fromkeys(("lehnt", "lehnte", "lehnen", "lehnten"), "ab"),
        **dict.fromkeys(("drückte", "drückt"), "aus"),
        **dict.fromkeys(("ging", "geht", "gehen", "gingen"), "davon"),
        **dict.fromkeys(("hielt", "hält", "halten", "hielten", "sieht"), "für als"),
        **dict.fromkeys(("stellten", "vertrat", "äußerte", "äußerten", "äußert"), "sich ansicht meinung auffassung"),
    },
    sourced=words("nach"),
    as_said=words("wie"),
    that=words("dass daß ob warum wonach weshalb"),
    between=words(
        "auch nun bereits zudem außerdem jedoch aber dagegen hingegen daher deshalb gestern heute gleichzeitig zugleich"
        " weiter weiterhin dann dazu sich es dies das darauf davon selbst noch schon nur nicht später zuvor zunächst"
        " ausdrücklich ebenfalls inzwischen mittlerweile unterdessen erneut wiederholt offiziell öffentlich allerdings"
        " demnach ihm ihr ihnen wörtlich daraufhin hierzu ferner jetzt kurz seinerzeit damals so hier weiters darüber"
        " hinaus lediglich einzig sogar gar wohl etwa hinzu indes zuletzt anschließend schließlich unter anderem vielmehr"
        " trotzdem dennoch somit also insgesamt außerdem insbesondere andererseits einerseits gegenwärtig tatsächlich"
        " danach überraschend erst derzeit ansonsten ebenso"
    ),
    determiners=words(
        "der die das den dem des ein eine einen einem einer eines dieser diese dieses diesem jener jede jeder alle"
        " mehrere viele einige zahlreiche sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer kein keine zwei drei"
        " vier fünf beide unser unsere"
    ),
    genitives=words("der des dieser dieses"),
    joins=words("von vom für aus bei beim zu zur zum de van bin al im in"),
    prepositions=words(
        "von vom für aus bei beim zu zur zum in im an am auf mit nach seit unter über um vor während wegen durch gegen"
        " ohne bis zwischen trotz laut gemäß neben hinter statt gegenüber innerhalb außerhalb anlässlich infolge"
        " angesichts seitens hinsichtlich bezüglich ins ans als"
    ),
    breaks=words(
        "und oder aber denn sondern dass daß weil wenn ob obwohl während nachdem bevor damit da sodass wo wie was wer"
        " warum wonach ist sind war waren sei seien wird werden wurde wurden hat haben hatte hatten habe hätten kann"
        " können konnte konnten muss müssen musste soll sollen sollte sollten darf dürfen mag möchte würde würden nicht"
        " bekannt doch indem falls"
    ),
    also=words("und aber sondern doch"),
    relatives=words("welcher welche welches"),
    when=words(
        "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag montags gestern heute morgen abend mittag"
        " vormittag nachmittag nacht früh woche monat jahr januar februar märz april mai juni juli august september"
        " oktober november dezember montagabend minute spielminute stunde stunden minuten tagen monaten jahres jahren"
        " wochen dienstagabend mittwochabend donnerstagabend freitagabend samstagabend sonntagabend uhr tag"
    ),
    pronouns={"er": "m", "sie": "p", "es": "n", "wir": "1", "ich": "1", "man": "2", "dieser": "m", "diese": "f"},
    papers=words(
        "angabe angaben aussage aussagen meldung meldungen bericht berichten berichte informationen information ansicht"
        " einschätzung einschätzungen worten auffassung meinung erkenntnissen darstellung darstellungen schätzung"
        " schätzungen mitteilung pressemitteilung medienberichten presseberichten zeugenaussagen augenzeugenberichten"
        " berechnungen umfrage studie ermittlungen analyse analysen prognosen recherchen überzeugung polizeiangaben"
        " erklärung erklärungen bekunden zeitungsberichten agenturmeldungen vorstellung vorstellungen beobachtungen"
        " auskunft willen dafürhalten untersuchungen agenturberichten aussagen"
    ),
    nobody=words("was das dies so es niemand keine kein"),
    impersonal=words("hieß heißt lautete"),
    reported=words(
        "sei seien habe werde könne müsse solle dürfe wolle gebe gehe komme stehe handle handele bleibe wisse sehe mache"
        " führe lasse brauche bestehe gelte liege nehme seie hätten würden könnten müssten sollten"
    ),
    hedges=words("angeblich mutmaßlich offenbar wohl vermutlich möglicherweise etwa rund wahrscheinlich anscheinend vielleicht"),
    women=words(
        "frau sprecherin präsidentin kanzlerin ministerin direktorin chefin bürgermeisterin anna maria angela ursula claudia petra"
    ),
    men=words("herr sprecher präsident kanzler minister direktor chef bürgermeister papst könig peter hans thomas michael wolfgang klaus"),
    nouns_capital=True,
    inverts=True,
    comma_clause=True,
)
