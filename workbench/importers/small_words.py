"""Small words by language, for languages in Latin letters: articles, prepositions, pronouns, conjunctions, adverbs that begin sentences.

They tell the language of a line, and with a capital letter they tell that a new sentence begins. Verbs are left out, but for few.
"""

from __future__ import annotations

from workbench.importers.wordlist import wordlist

SMALL_WORDS: dict[str, frozenset[str]] = {
    "en": wordlist(
        """the of and to in a that is was for on with as it by from at be has have his are not this said which he she they we you i
        but or an their its were been had will would who when there what if after also more than about into over then"""
    ),
    "fr": wordlist(
        """le la les de des du et en un une est que qui dans pour sur au aux pas par avec ce il elle se son sa ont été l d qu n c s
        mais nous vous ils elles on cette ces selon après avant depuis ensuite puis ainsi alors or car donc enfin aussi cela comme lors
        sont ont a si quand où sans sous leur leurs je tout toutefois pourtant"""
    ),
    "de": wordlist(
        """der die das und in den von zu mit sich des auf für im dem nicht ein eine als auch es an werden aus er dass einen einem einer
        sie wir ihr ich man dies diese dieser dieses diesem dann danach doch aber oder so nun jetzt heute gestern am bei nach seit vor zum
        zur wenn weil da dort hier wie was wer wo ob nur noch schon bis über unter um durch gegen ohne zwischen während damit dabei
        dazu darum deshalb trotzdem allerdings später zuvor jedoch alle viele seine ihre sein mein kein keine zwei drei ist hat war
        sind wurde wurden waren wird vom beim laut beide außerdem zudem niemand jeder jede insgesamt damals sonst eigentlich"""
    ),
    "es": wordlist(
        """el la los las de del y en un una que es por con para se su al lo como más pero fue ha no sus este esta esto entre él ella ellos
        según después luego también ahora ayer hoy cuando si sin sobre desde hasta entonces así además aunque tras ante nadie todo todos
        sin ya eso ese esa otro otra son era"""
    ),
    "it": wordlist(
        """il lo la gli le i di del della dei delle e in un una che è per con non si da dal al alla nel nella sono ha come anche più
        ma poi dopo secondo quando se ora ieri oggi lui lei loro questo questa ciò così quindi infatti inoltre nessuno tutti tra fra su
        sul sulla l dell all perché mentre era noi"""
    ),
    "pt": wordlist(
        """o a os as de do da dos das e em um uma que é por com para se não no na nos nas ao à foi mas mais como seu sua são pelo pela
        ele ela eles elas segundo depois também agora ontem hoje quando já este esta isto isso assim então ainda além após até sem sobre
        ninguém todos entre"""
    ),
    "ca": wordlist(
        "el la els les de del dels i en un una que és per amb no es al als com més però va ha seu seva després segons també quan l d"
    ),
    "ro": wordlist(
        """și în de la cu pe nu un o este a al ale din pentru care că se sau mai după fost prin el ea ei ele dar apoi acum ieri azi acest
        această acesta când dacă potrivit însă astfel despre între sunt au lui"""
    ),
    "nl": wordlist(
        """de het een van en in is dat op te zijn met voor niet aan er om ook als bij naar door maar hij uit worden ze zij wij we ik je u
        die dit deze daarna toen nu vandaag gisteren volgens sinds na tot over onder tegen omdat dus toch nog wel wat wie waar hun haar
        was niemand iedereen daarom later werd heeft"""
    ),
    "sv": wordlist(
        """och att det i en som på är av för med till den har inte om ett han men var jag sig från de vi hon ni du denna detta dessa sedan
        då nu idag igår enligt efter före vid under över också när där här hur vad vem ingen alla så eller"""
    ),
    "da": wordlist(
        """og at det i en som på er af for med til den har ikke om et han men var jeg sig fra de vi hun dette denne disse siden så da nu i
        ifølge efter før ved under over også når der her hvor hvad hvem ingen alle eller blev derfor"""
    ),
    "no": wordlist(
        """og at det i en som på er av for med til den har ikke om et han men var jeg seg fra de vi hun dette denne disse siden så da nå
        ifølge etter før ved under over også når der her hvor hva hvem ingen alle eller ble derfor"""
    ),
    "fi": wordlist(
        """ja on ei se hän että oli ovat kun myös mutta he me ne tämä niin sen hänen jos tai kuin sitten nyt eilen tänään mukaan jälkeen
        ennen vain vielä jo joka mitä kukaan kaikki siitä sekä ole tässä"""
    ),
    "et": wordlist(
        "ja on ei see ta et oli kui ka aga nad me selle oma siis nüüd eile täna pärast enne veel juba kes mis keegi kõik või ning seda pole"
    ),
    "lv": wordlist(
        "un ir no ar par uz ka kas tas bet tā viņš viņa pēc pirms lai arī vai šis šī tad tagad vakar šodien gan jau līdz pie nav"
    ),
    "lt": wordlist(
        "ir yra į iš su kad kas tai bet jis ji po prieš taip pat arba šis ši tada dabar vakar šiandien jau iki prie nuo per apie buvo nėra"
    ),
    "pl": wordlist(
        """i w na z że do się nie to o jest jak po za od przez dla przy ale czy już który która są był była on ona oni one my ja ten ta te
        potem dziś wczoraj teraz wtedy gdy kiedy jeśli według we ze pod nad przed także więc jednak lecz nikt wszyscy tam tu tak jego jej
        ich było być bo oraz"""
    ),
    "cs": wordlist(
        """a v na se že je s z do o i to ale za po od pro při jak si by jako však už který která jsou byl byla bylo on ona oni my já ten ta
        ty pak potom dnes včera nyní když kde kdy co kdo podle ve ze pod nad před také tedy nikdo všichni tam tady tak jeho její jejich
        k u aby nebo"""
    ),
    "sk": wordlist(
        """a v na sa že je s z do o i to ale za po od pre pri ako si by však už ktorý ktorá sú bol bola bolo on ona oni my ja ten tá tie
        potom dnes včera teraz keď kde kedy čo kto podľa vo zo pod nad pred tiež teda nikto všetci tam tu tak jeho jej ich k u aby alebo"""
    ),
    "sl": wordlist(
        """in v na se da je s z do o to pa za po od pri kot ki so bil bila bilo on ona oni mi jaz ta te potem danes včeraj zdaj ko kje kdaj
        kaj kdo pod nad pred tudi nihče vsi tam tu tako njegov njen ali iz ne ni"""
    ),
    "hr": wordlist(
        """i u na se da je s sa do o to ali za po od pri kao koji koja su bio bila bilo on ona oni mi ja taj ta te potom zatim danas jučer
        juče sada kad kada gdje gde što šta tko ko prema iz pod nad pred pre prije također takođe nitko niko svi tamo tu tako njegov ili
        ne nije nakon"""
    ),
    "hu": wordlist(
        """a az és hogy nem egy is volt de meg ez azt mint már csak ha még el ki fel le van ő ők mi én majd akkor most ma tegnap szerint
        után előtt mert vagy aki ami ezt itt ott így senki mindenki pedig azonban ezért lesz sem"""
    ),
    "tr": wordlist(
        """ve bir bu da de için ile olarak daha çok en olan gibi kadar sonra ne var ise ancak veya göre o onlar biz ben siz şu ama fakat
        çünkü önce şimdi dün bugün yarın böyle öyle ayrıca eğer hem her hiç kimse herkes bunun buna bunu ki mi mı değil oldu dedi"""
    ),
    "sq": wordlist("dhe në e i të për me nga një që është nuk se si ka u po ai ajo ata pas para por kjo ky këtë tani dje sot kur deri më"),
    "id": wordlist(
        "yang dan di ke dari ini itu dengan untuk pada adalah dalam tidak akan oleh juga telah sebagai dia mereka kami saya namun"
    ),
    "vi": wordlist("của và là các có được cho trong không một những này với người đã khi đến ông bà anh tôi nhưng sau theo"),
}
"""Words in small letters, by ISO 639-1 code."""

OWN_LETTERS: dict[str, str] = {
    "de": "ßäü", "fr": "œçèêù", "es": "ñ¿¡", "pt": "ãõ", "ro": "șțăţş", "sv": "å", "da": "øæ", "no": "øå", "fi": "ä", "et": "õ",
    "lv": "āēīūņļķģ", "lt": "ėįųū", "pl": "łąęćńśźż", "cs": "řěůýč", "sk": "ľĺŕôč", "sl": "č", "hr": "ćđč", "hu": "őű", "tr": "ığş",
    "sq": "ë", "vi": "ơưđ", "it": "òì", "nl": "", "ca": "·",
}  # fmt: skip
"""Letters in which a language may be known; each that occurs counts as one small word."""
