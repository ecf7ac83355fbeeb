"""Common words of languages written in the Latin letters of Western and Northern Europe, each as running text under its ISO 639-1 code.

What a decoding is judged by (letters_of.py): the letters, the pairs of letters and the small words of each language. The lists lean on
words with accents, because only those are written differently from one encoding to another.
"""

from __future__ import annotations

WESTERN_WORDS: dict[str, str] = {
    "en": (
        "the of and to in a that is was for on with as it by from at be has have his are not this said which will would were been their "
        "they she he but who had after first new two one more about over into than time year years people government minister police "
        "city town bridge road river school hospital court company president week monday tuesday wednesday thursday friday saturday "
        "sunday january february march april may june july august september october november december café cafés fiancé née résumé "
        "cliché façade naïve exposé attaché communiqué élite coup d'état déjà protégé señor über são josé garcía lópez gonzález "
        "rodríguez martínez pérez sánchez müller jürgen françois rené andré hélène björn málaga bogotá zürich köln"
    ),
    "fr": (
        "le la les de des du et en un une est que qui dans pour sur au aux pas par avec ce il elle se son sa ont été à où être même "
        "très après déjà près dès là voilà années année été étaient était étais mère père frère élève élèves école église état "
        "états système problème modèle siècle première dernière deuxième troisième manière matière lumière rivière frontière entière "
        "premier président présidente ministre député députés sénat préfet préfecture région département conseil général générale "
        "générales économique économie énergie électricité éléments événement événements évêque équipe étude étudiants étranger "
        "étrangers européen européenne européens française français françaises façon reçu garçon leçon ça déçu aperçu çà tempête "
        "fête tête forêt intérêt arrêt prêt bête côté côte hôpital hôtel rôle contrôle bientôt tôt août coût goût sûr connaître "
        "maître naître paraît île boîte âge âme grâce pâques bâtiment château gâteau théâtre noël naïf haïti maïs israël ambiguë "
        "cœur sœur œuvre vœux nœud œil février décembre pont route réouvert fermé fermée fermés inondé inondation déclaré déclarée "
        "décidé demandé annoncé annoncée arrivé arrivés blessé blessés tué tués créé créée née né réunion réforme république "
        "réponse résultat réseau sécurité société santé liberté égalité fraternité vérité majorité activité possibilité université "
        "qualité quantité marché café thé blé clé pré bébé musée lycée armée journée soirée matinée idée durée entrée arrivée pensée "
        "mémoire médecin médias mètres kilomètres centimètres procès succès accès progrès exprès auprès voix plus été français"
    ),
    "de": (
        "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass wird bei "
        "nach über können könnte könnten müssen müsste würde würden wäre wären hätte hätten dürfen möchte möglich mögen während später "
        "früher früh natürlich endgültig gültig für fünf zwölf dreißig größer größte groß große großen großer größere straße straßen "
        "fuß fluß weiß heiß heißt schließen schließt geschlossen außer außerdem draußen gruß gemäß mäßig spaß maß maßnahme maßnahmen "
        "müller bürger bürgermeister bürgermeisterin brücke brücken zurück stück glück tür türen süden süd üben übung gegenüber "
        "übernehmen überall führen führung führt gefährlich geführt gehört hören schön schöne schöner österreich köln öffnen geöffnet "
        "öffentlich öffentliche öffentlichkeit behörde behörden höhe höher böse lösung gelöst töten getötet königlich könig wörter "
        "ändern änderung ärzte ärztin länder länger älter jährlich jährige tätig tätigkeit fähre fähren erklärt erklärte gespräch "
        "gespräche verhältnis präsident präsidentin fälle plätze sätze wähler wahlkämpfe stärke schäden geschäft geschäfte "
        "verständnis männer häuser gebäude bäume räume träume läuft käufer verkäufer häufig täter märz mädchen nächste nächsten zunächst "
        "dänemark münchen zürich württemberg thüringen rußland daß muß wußte ließ hieß bloß entschließen beschluß abschluß prozeß"
    ),
    "es": (
        "el la los las de del y en un una que es por con para se su al lo como más pero fue ha no sus este entre también después según "
        "está están estaba había habían será serán sería podrá podría tenía decía año años niño niña niños niñas señor señora señores "
        "españa español española españoles mañana compañía compañeros campaña montaña pequeño pequeña daño daños sueño dueño otoño baño "
        "araña enseñanza diseño tamaño cañón número números música público pública república política político políticos económica "
        "económico crítica técnica lógica médico médicos último última últimos únicos único única rápido rápida código kilómetros "
        "presidente gobierno ministro policía policías alcaldía país países día días todavía energía economía mayoría minoría vía río "
        "ríos tío frío envío batería estación información situación población nación educación elección elecciones decisión región "
        "reunión opinión televisión comisión misión millón millones razón corazón avión camión canción atención acción organización "
        "aquí allí así quién qué cómo cuándo dónde cuál sí él tú mí té sólo sé dé aún ningún algún común jóvenes joven examen orden "
        "exámenes imágenes cárcel fácil difícil útil árbol móvil fútbol débil lápiz azúcar carácter líder mártir mujer mil así sofá "
        "mamá papá bogotá panamá perú méxico málaga córdoba cádiz águila área época éxito índice océano pingüino vergüenza bilingüe "
        "garcía lópez gonzález rodríguez martínez pérez sánchez núñez muñoz ibáñez gómez jiménez hernández díaz álvarez ramírez vázquez "
        "josé maría andrés ángel jesús martín sebastián inés víctor raúl anunció cerró abrió llegó dijo explicó informó pidió murió"
    ),
    "pt": (
        "o a os as de do da dos das e em um uma que é por com para se não no na ao foi mais como seu sua são pelo pela à às até já só "
        "está estão será serão também além após através você vocês então mão mãos irmão irmã irmãos manhã amanhã cidadão cidadãos "
        "pão cão chão avião milhão milhões região regiões opinião reunião união televisão decisão missão comissão questão gestão "
        "informação situação população nação nações educação eleição eleições ação ações organização relação produção construção "
        "relações informações condições atenção câmara âmbito ângulo lâmpada distância importância polícia notícia notícias história "
        "memória vitória dicionário funcionário funcionários salário horário milionário necessário vários próximo próxima próprio "
        "país países água águas área áreas época último última público pública república política político económica económico "
        "econômica econômico técnica médico médicos número números único música rápido possível impossível difícil fácil útil nível "
        "três português portuguesa portugueses inglês francês mês você avó avô pôr pôde câncer ciência experiência violência "
        "presidência violências agência urgência existência frequência tendência ponte preço preços força forças começo começou "
        "cabeça criança crianças segurança mudança esperança praça serviço serviços espaço março terça coração põe põem lições "
        "limões ministério governo presidente câmaras ministro joão josé são paulo brasília luís antónio antônio gonçalves magalhães "
        "simões guimarães conceição assunção lisboa açores évora fundação órgão órgãos sótão bênção"
    ),
    "it": (
        "il lo la gli le di del della e in un una che è per con non si da dei delle al nel sono ha come anche più alla perché poiché "
        "né sé così già giù lì là può però ciò cioè sarà saranno farà andrà dovrà potrà verrà avrà città università società libertà "
        "verità attività possibilità realtà età metà unità qualità quantità comunità novità difficoltà necessità volontà responsabilità "
        "autorità sanità umanità povertà civiltà lunedì martedì mercoledì giovedì venerdì sì caffè tè virtù gioventù tribù affinché "
        "finché benché tré ventitré presidente governo ministro sindaco polizia ponte strada fiume scuola ospedale è stato stata "
        "dichiarò annunciò cominciò andò arrivò morì partì finì uscì capì perciò purché papà sant'andré dell'università dov'è cos'è "
        "all'interno l'università l'età della nella sulla dalle questo quello prima dopo molto essere avere fatto anni giorno"
    ),
    "ca": (
        "el la els les de del i en un una que és per amb no es ha més com també però són està està seva després això així què perquè "
        "català catalana catalans catalunya barcelona país països política polític pública públic economia govern president generalitat "
        "ajuntament població informació situació decisió reunió milió milions nació ràdio història família gràcies àrea àmbit últim "
        "última única número músic tècnica mèdic època ciència experiència violència presidència plaça força començar feliç dolç caça "
        "riu pont ciutat any anys col·legi intel·ligent il·lusió paral·lel sol·licitud llengües qüestió vàrem serà farà tindrà podrà "
        "demà mà germà català endemà avió cançó raó camió acció obrí tancà València girona lleida josé maría jordi martí àngel"
    ),
    "ga": (
        "an na agus i a ar le go is tá bhí sé sí iad mé tú níl ná nó féin éire éireann gaeilge gaelach ó dó dá má mór óg bóthar tír "
        "áit lá maidin tráthnóna bliain bliana údarás rialtas uachtarán taoiseach páirtí comhairle scoil ospidéal droichead abhainn "
        "dúirt rinne tháinig chuaigh chonaic seán máire pádraig bríd cáit ó'súilliabháin gaillimh áthas éan íoc úll oíche"
    ),
    "nl": (
        "de het een van en in is dat op te zijn met voor niet aan er om ook als bij naar door maar hij uit worden één twee drie "
        "geen geïnteresseerd geïnformeerd coördinatie coördinator reünie ruïne naïef oekraïne israël italië belgië België spanje "
        "australië brazilië indonesië financiële officiële industriële ministeriële commerciële provinciën categorieën ideeën zeeën "
        "knieën drieën geëist geëindigd beëindigd beëindigen gecreëerd zoölogie poëzie hè né café cafés privé comité volgens zei "
        "burgemeester politie brug weg rivier school ziekenhuis regering minister president gemeente stad jaar jaren dag dagen"
    ),
    "sv": (
        "och att det i en som på är av för med till den har inte om ett han men var jag sig från vid så när där här får får går står "
        "år åren många måste måndag lördag söndag också få två första största större bättre längre före efter över under mellan "
        "något någon några sågs såg låg då från åt båda både hålla hållit håller gång gånger målet må vår våra också är ändå även "
        "ären människor människa länge läge läget händer hände hända händelse svår svårt svår öppna öppnade öppet öka ökat ökade "
        "öster öl ön kött möte möten stöd stöder förra försök förslag förklara förklarade företag företaget förbud först förut hör "
        "hörde söker söka göra gör gjorde göteborg malmö malmö jönköping örebro västerås umeå luleå skåne sverige svenska språk "
        "polisen bron vägen vägar älv ån sjö sjön skog skola sjukhus sjukhuset kommunen regeringen statsministern ministern år tåg "
        "båt båten färja färjan gård gården råd rådet fråga frågor svara åtta trettio hundra tjänst vän vänner väntar kräver"
    ),
    "da": (
        "og i at det en den til er som på de med han af for ikke der var mig sig men et har om vi min havde ham hun nu over da fra du "
        "ud sin dem os op man hans hvor eller hvad skal selv her alle vil blev kunne ind når være dog noget hende også år årene får "
        "får går står må måske måde måned måneder både både hår då nå så således også åben åbne åbnede åbnet åbner årsag århus aalborg "
        "ålborg pårørende på påstår område områder områder rådet råd håb håber gå går gæst læse læge læger læser være været værre "
        "vælger vælgere præsident præsidenten næste næsten nærmere mænd hænder ændring ændre ændringer æble æg sæson sætte sætter "
        "kræver kræft træ træer vægt lære lærer større største første før føre fører følge følger følte gøre gør høre hører høj højere "
        "øge øger ønsker ønske øl ø øen køre kører kørte købe køber køn løb løbe løsning løse møde møder møde mødte nødt nød søndag "
        "lørdag sø søen søger søge tør død døde døre brød bør børn spørgsmål spørger københavn københavns helsingør sønderborg "
        "færge færgen bro broen vej vejen politiet kommunen regeringen ministeren statsministeren borgmester skole sygehus sygehuset"
    ),
    "no": (
        "og i det på som er en til av at for har ikke med den jeg han de om var et fra men så vi seg hun ble eller kan skal vil også nå "
        "når være vært går får står år årene må måtte måned måneder både båt båten håp håper hånd åpne åpnet åpner åpen ålesund området "
        "områder råd rådet språk spørsmål spør største større først første før før følge følger følte gjøre gjør gjør høre hører høy "
        "høyere høyre øke øker økt ønsker ønske øy øya øst østlandet kjøre kjører kjørte kjøpe kjøper løp løpe løsning løse møte møter "
        "møtet søndag lørdag sjø sjøen søker søkte død døde dør brød bør sør sørlandet tromsø bodø brønnøysund tønsberg lillestrøm "
        "bær lærer lære nær nærmere være vær været værste ære ærlig trær klær præst fremmøte færre færrest fjær ferge fergen broen bru "
        "veien politiet kommunen regjeringen statsministeren statsråd ordfører ordføreren skole sykehus sykehuset norge norske mange"
    ),
    "fi": (
        "ja on ei että se hän oli mutta kun niin kuin ovat olla joka jotka myös tämä tämän tässä tästä nämä näin näiden siellä täällä "
        "enää ennen jälkeen pitää pitäisi täytyy voidaan eivät eikä sekä välillä vielä päivä päivän päivää päivät sää säätila tänään "
        "yhtään yhä yön yöllä työ työn työtä työntekijät työttömyys pääministeri pääsi pääkaupunki hän häntä hänen hänellä äiti äidin "
        "äänestys ääni äänet väestö väärä määrä määrää tärkeä tärkeää tietää näkyy näkyä näyttää mennä menneet nähdä nähty lähellä "
        "lähes lähti lähtee ympäri ympäristö pöytä löytää löytyi löydettiin söi sähkö hyvä hyvää hyvin kysymys kysyä käyttää käytetään "
        "käynnissä käsi käsittelee jäsen jäsenet järvi järvellä kesä kesällä kevät syksyllä mäki mäellä silta sillan tie tien joki "
        "joen koulu sairaala kaupunki kaupungin kunta hallitus ministeri poliisi presidentti suomen suomessa helsinki helsingissä "
        "jyväskylä hämeenlinna seinäjoki pietarsaari vuoden vuotta kertoi sanoi ihmiset ihmisiä åbo åland šakki tšekki"
    ),
    "is": (
        "og að í á er sem til við um en með það þeir þær þau þetta þessi þessu þess þar því þegar þó þá þrír þrjú það því ekki var hann "
        "hún ég þú við verið vera hefur hafa höfðu voru væri sé séu sína sínum sér maður mönnum menn maðurinn fólk fólki ísland íslands "
        "íslandi íslensk íslenska íslenskir reykjavík akureyri hafnarfjörður ísafjörður keflavík eyjum árið ári árum ára mánuði mánuð "
        "dögum daga dag sunnudag mánudag þriðjudag miðvikudag fimmtudag föstudag laugardag síðan síðar síðasta næsta næst fyrsti fyrst "
        "önnur annað öðrum öll allt allir nú út úr upp yfir undir milli móti fór fóru kom komið gert gerði sagði segir sögðu lögreglan "
        "ríkisstjórn ríkisstjórnin ráðherra forsætisráðherra forseti alþingi sveitarstjórn bæjarstjóri brúin brú brúnni vegurinn vegur "
        "áin á fljót skóli sjúkrahús sjúkrahúsið veður veðrið vegna þess þannig þótt þúsund milljón króna löngu stór stórt góð góður "
        "gott þörf þarf þjóð þjóðin þingið þingmaður eiga eigið eða síður niður niðurstaða ætla ætlar æðri læknir lækni fæddur bæði ræða "
        "opnað opnuð lokað lokuð jökull jökul jón sigurður guðrún þórður ólafur björn kristín þór þorsteinn"
    ),
    "fo": (
        "og í at er á sum til við um ikki tað hann hon vit tey teir teimum hesin hetta føroyar føroya føroyum tórshavn klaksvík løgtingið "
        "løgmaður landsstýrið fólk ár árið seinasta fyrsta bátur bátar skip sjógvur sjón dagur veður stórur stórt góður góð kundi vildi "
        "segði sigur varð vóru var verið hava havi fáa fekk gera gjørdi søga søgdu høvdu høvn bøur tíð tíðindi óli jógvan øll onkur ei "
        "bróður móðir faðir brúgv vegur skúli sjúkrahús mánadag týsdag mikudag hósdag fríggjadag leygardag sunnudag"
    ),
    "sq": (
        "dhe në të e i një për me që nga është janë u do së ka më si por kjo ky ai ajo ata tij saj nuk edhe pas para deri kur ku çfarë "
        "çdo çështje çështja çmim çmimi çmimet shqipëri shqipëria shqipërisë shqipërinë kosovë kosova kosovës tiranë tiranës qeveria "
        "qeverisë kryeministri kryeministër ministri ministria presidenti policia bashkia kryetari ura rruga lumi shkolla spitali qyteti "
        "gjatë vetëm vitin vit vjet mijë shumë tjetër tjera bëri bërë bëhet bëjnë thënë tha është duhet mund këtë këtij kësaj këto "
        "parë dytë tretë mëngjes mbrëmje natën ditë ditën e martë mërkurë enjte premte shtunë diel hënë zyrtarët njerëz njerëzit punë "
        "punën jetë jetën vendin vendit botë botën shtëpi familje nënë babë fëmijë fëmijët dëmtuar mbyllur hapur përmbytja përmbytje"
    ),
    "eu": (
        "eta da ez bat dira du izan zen ere dute baina egin hau hori bere duen den baino urte herri euskal euskadi espainia espainiako "
        "gobernua lehendakaria iruñea iruñeko andoain ikurriña oñati zubia ibaia eskola ospitalea esan zuen zituen behar arte gero"
    ),
    "cy": (
        "y yr yn a i o ar am gan wedi mae oedd yw nid ei eu hi ef ni chi dŵr tŷ pŵer siŵr gŵr ŵyr tân môr côr gŵyl ŷch ŷd ŷm sŵn cŵn "
        "llŷn gŵyr dyn pobl cymru cymraeg caerdydd llywodraeth gweinidog prif heddlu pont afon ysgol ysbyty cyngor dydd llun mawrth "
        "mercher iau gwener sadwrn sul blwyddyn blynyddoedd newydd cyntaf ôl hyn hwn hon tŷ'r mŵd gwên tê pêl sêr hên lôn bôn"
    ),
}
