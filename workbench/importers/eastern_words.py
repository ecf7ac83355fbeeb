"""Common words of languages written in the Latin letters of Central, Baltic and Eastern Europe, Turkey, Malta and Vietnam.

Each is running text under its ISO 639-1 code, for letters_of.py. “ro” is written with the comma below (ș ț), as its academy asks;
letters_of.py makes the cedilla spelling of older encodings from it.
"""

from __future__ import annotations

EASTERN_WORDS: dict[str, str] = {
    "pl": (
        "i w na z że do się nie to o jest jak po za od przez dla przy ale czy już który która które są był była było były być będzie będą "
        "może można mają mówi mówił powiedział powiedziała także również więc też tę tą są są swój swoją swoje jego jej ich ją mnie "
        "sobie między przed pod nad tylko bardzo wszystko wszystkich każdy każdego żeby gdyż gdzie kiedy dziś dzień dni rok roku lat "
        "lata miesiąc tydzień poniedziałek wtorek środa środę czwartek piątek sobota sobotę niedziela niedzielę styczeń luty kwiecień "
        "sierpień wrzesień październik grudzień rząd rządu rządowy prezydent minister ministra burmistrz wójt sąd sądu policja policji "
        "strażacy straż miasto miasta gmina wieś most mostu rzeka rzeki rzekę rzece droga drogę szkoła szkoły szkołę szpital kościół "
        "zamknięty zamknięta zamknięto otwarty otworzył został została zostało zostały zginął zginęło zginęły mieszkańcy mieszkańców "
        "mężczyzna kobieta dzieci człowiek ludzi ludzie osób osoby życie życia ziemi żołnierz żołnierzy źródło źródła świat świata "
        "święta śmierć śmierci śledztwo wśród część części pięć sześć dziewięć dziesięć tysiąc tysięcy milionów złoty złotych złotówek "
        "polska polski polskiej polską polskich polsce łódź łodzi kraków krakowie gdańsk gdańsku poznań poznaniu wrocław wrocławiu "
        "toruń śląsk wałęsa kaczyński kowalski nowak przyszłość przyszły współpraca wspólny późno później pieniądze pracę pracy prawo "
        "decyzję decyzja władze władzy wyższy większość większy największy jeśli zupełnie całkiem całą cały bieżący ćwiczenia słońce"
    ),
    "cs": (
        "a je v se na že s z do o i to jako k pro ale by za který která které ve si tak po už jsou byl byla bylo byly být při jeho její "
        "jejich není než nebo také může můžou měl měla mají má mám více ještě když protože proti před přes podle během mezi pouze "
        "příliš dnes včera večer zítra ráno rok roku let měsíc týden pondělí úterý středa středu čtvrtek pátek sobota neděle neděli "
        "leden únor březen duben květen červen červenec září říjen vláda vlády vládě předseda předsedkyně prezident ministr ministři "
        "mluvčí policie policisté hasiči starosta starostka město města městě obec obce kraj krajský úřad úřadu úřady soud soudu most "
        "mostu mostě řeka řeky řece silnice silnici škola školy školu nemocnice nemocnici uzavřen uzavřena uzavřeli otevřen otevřeli "
        "řekl řekla uvedl uvedla oznámil oznámila tvrdí říká našli zjistili zemřel zemřelo zraněn zraněno lidé lidí člověk muž žena "
        "ženy dítě děti život života země zemí svět světa část části další první druhý třetí čtvrtý pět šest devět deset tisíc tisíce "
        "milionů korun česko česká české český českého praha praze pražský brno brně ostravě plzeň plzni děčín dvořák novák nový nová "
        "nové několik některé každý všechny všech celý celé velký velké největší věc věci místo místa kůň žluťoučký ďábel šťastný "
        "důvod důležitý způsob způsobil průběh půl dům domů stůl vůbec příští příklad případ případě rozhodnutí oprava opravě trhlina"
    ),
    "sk": (
        "a je v sa na že s z do o aj to ako k pre ale by za ktorý ktorá ktoré vo si tak po už sú bol bola bolo boli byť pri jeho jej ich "
        "nie než alebo tiež môže môžu mal mala majú má mám viac ešte keď pretože proti pred cez podľa počas medzi iba veľmi dnes včera "
        "večer zajtra ráno rok roku rokov mesiac týždeň pondelok utorok streda stredu štvrtok piatok sobota nedeľa nedeľu január február "
        "apríl máj jún júl október vláda vlády vláde predseda predsedníčka prezident prezidentka minister hovorca hovorkyňa polícia "
        "policajti hasiči primátor primátorka starosta mesto mesta meste obec obce kraj úrad úradu úrady súd súdu most mosta moste rieka "
        "rieky rieke cesta cestu škola školy školu nemocnica nemocnicu uzavretý uzavreli zatvorili otvorený otvorili povedal povedala "
        "uviedol uviedla oznámil oznámila tvrdí hovorí našli zistili zomrel zomrelo zranený ľudia ľudí ľuďom človek muž žena ženy dieťa "
        "deti život života zem krajina krajiny svet sveta časť časti ďalší ďalšie ďakujem prvý druhý tretí štvrtý päť šesť deväť desať "
        "tisíc tisíce miliónov korún eur slovensko slovenská slovenské slovenský slovenskej bratislava bratislave košice košiciach žilina "
        "žiline nitra prešov trenčín štúr dvořák nový nová nové niekoľko niektoré každý všetky všetkých celý celé veľký veľké najväčší "
        "vec veci miesto miesta kôň stôl vôbec dôvod dôležitý spôsob spôsobil môj môžeme pôda výška najmä mäso pamäť hľadať hľadá dĺžka "
        "stĺp vŕba zachrániť robiť žiť mať zmeniť platiť žiadnu príklad prípad prípade rozhodnutie oprava trhlina poškodený daň dane"
    ),
    "hu": (
        "a az és hogy nem is egy ez meg de ha csak már mint még el volt azt ki lesz lehet van vannak voltak volna kell között után előtt "
        "szerint során ellen miatt által több nagyobb először első második harmadik negyedik ötödik később idő időben időszak ősz őszi "
        "ő ők őket erő erős erőt nő nők nőtt férfi férfiak gyerek gyermek ember emberek élet életét élő föld világ világot ország "
        "országos országgyűlés magyar magyarország magyarországon kormány kormányfő miniszter miniszterelnök köztársasági elnök elnöke "
        "képviselő képviselők tisztviselők rendőr rendőrség rendőrök tűz tűzoltók önkormányzat polgármester bíróság város városi "
        "városban község híd hidat út utat úton folyó folyón iskola kórház lezárták lezárt megnyitották megnyílt mondta közölte "
        "jelentette bejelentette állítja találtak meghalt megsérült sérült ezer millió milliárd forint százalék százaléka hétfő hétfőn "
        "kedd kedden szerda szerdán csütörtök csütörtökön péntek pénteken szombat vasárnap január február március április május június "
        "július szeptember október év éves évben évek hónap hét nap reggel délután este éjszaka éjjel múlt jövő jövőre új újabb újra "
        "régi jó jól rossz kis kicsi nagy nagyszerű egyszerű jelentőségű szükség szükséges lehetőség lehetőségek felelős felelősség "
        "döntés döntött intézmény szakértő szakértők vezető vezetője vezetői működik működő gyűlés mű művek fű külön külföldi körül "
        "körülbelül közlekedés győr győri szőke kőszegi budapest budapesten debrecen szűk fűtés gyűjt küld szülők hőmérséklet tőzsde "
        "vevő eladó cipő bejegyzés véletlenszerű tűnik tünet űr őr őrizet őrizetbe bőven belőle tőle róla ről ből tól től ből"
    ),
    "hr": (
        "i u na je se da su za od s o ne koji koja koje će bi kao iz ali što to po do nije biti bio bila bilo su sam smo ste sve svi više "
        "također tako već još samo nakon prije između protiv prema tijekom zbog kada gdje kako dok tko ništa nešto našao našli rekao "
        "rekla izjavio izjavila priopćio objavio kaže kažu može mogu mora moraju treba želi žele žena žene muškarac čovjek ljudi dijete "
        "djeca život života svijet svijeta zemlja zemlje država države hrvatska hrvatske hrvatski hrvatskoj srbija srbije srpski bosna "
        "bosne bošnjaci sarajevo beograd zagreb zagrebu zagrebački split splitu rijeka rijeke rijeci osijek šibenik čakovec križevci "
        "đakovo vlada vlade vladi premijer predsjednik predsjednica predsednik ministar ministarstvo policija policije gradonačelnik "
        "načelnik općina opština općine grad grada gradu sud suda most mosta mostu cesta ceste cestu škola škole školu bolnica bolnicu "
        "vatrogasci zatvoren zatvorena zatvoren otvoren otvoreno poginuo poginulo ozlijeđen tjedan nedelja mjesec mesec godina godine "
        "godinu dan dana ponedjeljak utorak srijeda srijedu četvrtak petak subota nedjelja siječanj veljača ožujak travanj svibanj lipanj "
        "srpanj kolovoz rujan listopad studeni prosinac tisuća hiljada milijuna kuna pet šest devet deset prvi drugi treći četvrti veći "
        "najveći sljedeći idući sadašnji bivši kuća kuće noć večer jučer danas sutra sreća đak đavao mlađi stariji također između događaj "
        "događaja odluka odlučio odlučeno pukotina oštećen oštećenja stručnjaci građani građana računa račun međunarodni milošević "
        "tuđman petrović marković jovanović kovačević horvat babić marić vučić plenković šteta široko žrtva žrtve"
    ),
    "sl": (
        "in je v na se da so za ne z s o pa ki bi kot iz ali tudi po do ni bil bila bilo bili biti sem smo sta vse vsi več že še samo "
        "pred med proti prek zaradi ko kje kako kdo nič nekaj našli rekel rekla dejal dejala sporočil sporočili povedal povedala pravi "
        "lahko mora morajo treba želi želijo ženska ženske moški človek ljudje ljudi otrok otroci življenje svet sveta država države "
        "slovenija slovenije sloveniji slovenski slovenska ljubljana ljubljani maribor koper škofja loka novo mesto češka hrvaška vlada "
        "vlade vladi premier predsednik predsednica minister ministrstvo policija policisti župan županja občina občine mesto mesta "
        "sodišče most mostu mostom cesta ceste cesto reka reke reki šola šole šolo bolnišnica bolnišnico gasilci zaprt zaprli zaprta "
        "odprt odprli odprta umrl umrlo ranjen poškodovan poškodovana teden mesec leto leta letih dan dni ponedeljek torek sreda sredo "
        "četrtek petek sobota nedelja januar tisoč milijonov evrov pet šest devet deset prvi drugi tretji četrti večji največji naslednji "
        "prejšnji sedanji nekdanji hiša hiše noč večer včeraj danes jutri srečanje odločitev odločil razpoka strokovnjaki državljani "
        "račun mednarodni prešeren novak kovač krajnc zupančič horvat žižek čas časa čez širše škoda žrtev žrtve"
    ),
    "ro": (
        "și în a al ale de la cu pe din o un una care că nu este sunt a fost au fi va vor mai ca pentru prin după până fără către între "
        "dintre despre dar ori sau ce cum când unde acest această aceasta acesta acestea să se își îl îi îi lor lui ei său sa săi sale "
        "toate toți toată totuși astfel așa atât încă deja doar numai foarte mult mulți multe mare mari mai bine prea două trei patru "
        "cinci șase șapte opt nouă zece mie mii milioane lei euro an ani anul anului lună luni marți miercuri joi vineri sâmbătă "
        "duminică săptămână săptămâna zi ziua zile dimineață dimineața seară seara noapte noaptea ieri astăzi mâine ianuarie februarie "
        "guvern guvernul guvernului președinte președintele președintelui ministru ministrul prim primarul primăria primăriei poliția "
        "poliției polițiștii pompierii orașul oraș orașului județ județul județului comună comuna sat satul pod podul podului drum drumul "
        "râu râul râului școală școala școli spital spitalul închis închisă închise deschis deschisă anunțat anunță declarat spus "
        "susține afirmat găsit murit rănit răniți oameni oamenii bărbat femeie copil copii viață viața țară țara țării țări lume lumea "
        "românia româniei român românul români românesc românească bucurești bucureștiului cluj timișoara iași constanța brașov galați "
        "ploiești bănescu băsescu ionescu popescu ștefan țiriac cetățeni cetățenii autorități autoritățile instituții informații "
        "situație situația națională național internațional administrație condiții relații alegeri parlament lege legea hotărâre "
        "hotărârea decizie decizia măsuri măsura fisură crăpătură stâlp stâlpul inspectori inspectorii inundație inundații părinți "
        "însă întâi înainte împotriva împreună înapoi întrebare răspuns rămâne rămas făcut făcând făcea făcută trăi câțiva câți câte "
        "câteva gând gânduri pâine mână mâini vânt sânge lângă până cât decât ăsta ăla aflată aflați ținut țin ține piață piața forță"
    ),
    "tr": (
        "ve bir bu da de için ile olarak daha çok en olan gibi kadar sonra ne var ise ancak veya göre değil olduğu olduğunu olduğundan "
        "edildi edildiği etti ettiği dedi söyledi söylediği açıkladı açıklandı açıklama başladı başlayan yaptı yapıldı yapılan geldi "
        "kaldı kapandı kapatıldı açıldı açık kapalı karşı karşıya üzere üzerinde üzerine içinde içinden altında arasında hakkında "
        "nedeniyle çünkü şimdi şu şöyle böyle öyle hiç hiçbir her bütün tüm aynı ayrı başka diğer büyük küçük yeni eski iyi kötü güzel "
        "ilk ikinci üçüncü dördüncü beş altı dört üç yüz bin milyon milyar lira yıl yılı yıllık ay ayı gün günü günler hafta saat sabah "
        "akşam akşamı gece pazartesi salı çarşamba perşembe cuma cumartesi pazar ocak şubat mart mayıs haziran temmuz ağustos eylül ekim "
        "kasım aralık türkiye türkiye'nin türk türkler türkçe cumhurbaşkanı cumhuriyeti başbakan başkan başkanı bakan bakanı bakanlığı "
        "hükümet hükümeti meclis belediye belediyesi polis itfaiye mahkeme şehir şehri kent köy köprü köprüsü yol yolu ırmak nehir "
        "okul okulu hastane hastanesi istanbul ankara izmir diyarbakır eskişehir çanakkale muğla adana ığdır kişi kişinin insan "
        "insanlar kadın erkek çocuk çocuklar hayat hayatı dünya dünyanın ülke ülkesi ülkenin halk halkı iş işi işçi işçiler çalışma "
        "çalışmalar çalışan öldü ölen yaralandı yaralı sağlık eğitim öğrenci öğretmen güvenlik ekonomi şirket şirketi banka bankası "
        "adım adı benim sen onun bizim sizin şey şeyi nasıl niçin mı mi mu mü yaşında yaşayan ağaç dağ doğu batı kuzey güney ığ "
        "erdoğan yılmaz öztürk yıldız yıldırım şahin çelik aydın özdemir arslan doğan kılıç çetin özgür ağır soğuk sıcak su sel selde"
    ),
    "lt": (
        "ir yra į iš kad su tai bet ar kaip už nuo dėl per po prie tik jau dar ne buvo bus būti gali turi kuris kuri kurie jis ji jie jos "
        "jų jo jam savo mūsų jūsų tą tų šis ši šio šią šiuo šie visi visų visą labai daug daugiau apie tarp prieš pagal kai kur kiek "
        "nėra metų metai metais mėnuo mėnesį savaitę diena dienos dieną vakar vakare šiandien rytoj rytą naktį pirmadienį antradienį "
        "trečiadienį ketvirtadienį penktadienį šeštadienį sekmadienį sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio "
        "rugsėjo spalio lapkričio gruodžio lietuva lietuvos lietuvoje lietuvių lietuviškas vilnius vilniaus vilniuje kaunas kauno "
        "klaipėda klaipėdos šiauliai šiaulių panevėžys panevėžio vyriausybė vyriausybės prezidentas prezidentė ministras ministrė "
        "pirmininkas seimas seimo narys policija policijos pareigūnai ugniagesiai meras merė savivaldybė savivaldybės miestas miesto "
        "mieste tiltas tilto tiltą kelias kelio kelią upė upės upę mokykla mokyklos ligoninė ligoninės ligoninę uždarytas uždaryta "
        "uždarė atidarytas atidarė sakė teigė pranešė žuvo sužeistas sužeisti žmonės žmonių žmogus vyras moteris vaikas vaikų gyvenimas "
        "pasaulis pasaulio šalis šalies šalyje valstybė valstybės įmonė įmonės įvyko įvykis įstatymas įstatymo tūkstančių tūkstančiai "
        "milijonų eurų litų procentų pirmas antras trečias ketvirtas penki šeši septyni aštuoni devyni dešimt didelis didžiausias "
        "nauji naujas svarbu sprendimas sprendimą žemė žemės ąžuolas ėmė ūkis ūkio šūkis žvėris vėl vėliau taškų"
    ),
    "lv": (
        "un ir ka no uz ar par to kas bet kā pie pēc pirms arī vai nav tika tiks būs bija būt var ir viņš viņa viņi viņu savu savā mūsu "
        "jūsu šī šis šo šajā šīs tas tā tās tie tajā visi visu ļoti daudz vairāk starp pret kad kur cik gan jau vēl tikai līdz gada gadā "
        "gadu gadiem mēnesī mēneša nedēļa nedēļā diena dienā dienas vakar vakarā šodien rīt rītā naktī pirmdien otrdien trešdien "
        "ceturtdien piektdien sestdien svētdien janvārī februārī martā aprīlī maijā jūnijā jūlijā augustā septembrī oktobrī novembrī "
        "decembrī latvija latvijas latvijā latviešu rīga rīgas rīgā daugavpils daugavpilī liepāja liepājā jelgavā jūrmala jūrmalā "
        "ventspilī valmierā valdība valdības prezidents prezidente ministrs ministre ministru priekšsēdētājs saeima saeimas deputāts "
        "deputāti policija policijas ugunsdzēsēji mērs pašvaldība pašvaldības pilsēta pilsētas pilsētā tilts tilta tiltu ceļš ceļa ceļu "
        "upe upes skola skolas skolā slimnīca slimnīcas slimnīcā slēgts slēgta slēgtas atvērts atvērta teica sacīja paziņoja ziņo "
        "norādīja uzskata gāja bojā cieta cilvēki cilvēku cilvēks vīrietis sieviete bērns bērni bērnu dzīve dzīves pasaule pasaules "
        "valsts valstī uzņēmums uzņēmuma uzņēmumi notika notikums likums likuma tūkstoši tūkstošu miljoni miljonu eiro latu procenti "
        "pirmais otrais trešais ceturtais pieci seši septiņi astoņi deviņi desmit liels lielākais jauns jauna svarīgi lēmums lēmumu "
        "zeme ķērpis ķīna ģimene ģimenes ģenerālis čehija žurnālists žurnāls šķiet šķērso šķērsot ņem ņemt ļaut ļaudis īpaši īpašums ēka"
    ),
    "et": (
        "ja on ei et see ta oli aga kui nii ka ning oma mis kes mida või siis veel juba pärast enne kuni üle alla ees järel vahel juures "
        "välja sisse ära üks kaks kolm neli viis kuus seitse kaheksa üheksa kümme sada tuhat miljonit krooni eurot aasta aastal aastat "
        "kuu nädal nädala päev päeva päeval täna eile homme hommikul õhtul öösel öö esmaspäeval teisipäeval kolmapäeval neljapäeval "
        "reedel laupäeval pühapäeval jaanuar veebruar märts märtsil aprill juuni juuli oktoober eesti eestis tallinn tallinna tartu "
        "pärnu võru põlva jõgeva jõhvi läänemaa hiiumaa valitsus valitsuse peaminister minister president riigikogu liige politsei "
        "päästjad päästeamet linnapea linn linna vald valla küla sild silla tee jõgi jõe kool kooli haigla suleti suletud avati avatud "
        "ütles teatas lisas väitis selgitas hukkus sai viga inimesed inimest inimene mees naine laps lapsed elu maailm maailma riik "
        "riigi maa ettevõte ettevõtte juhtus seadus seaduse protsenti esimene teine kolmas suur suurem suurim uus uue oluline otsus "
        "otsuse kõik kõige mõni mõned võib võivad võimalik võttis õige õigus õpetaja õnnetus õli töö tööd töötab tähtis täis käis käib "
        "läks lähevad näiteks näitab nägi süü süüdi süsteem müüa müük küsimus küsis hästi pead pühad žürii šokk šampoon garaaž"
    ),
    "mt": (
        "u li ta il fil tal mill bħal għal għall għandu għandha hija huwa kien kienet kienu ħafna ħin ħajja ħaddiem ħaddiema qal qalet "
        "pulizija gvern ministru president malta għawdex maltin valletta żgħir żgħar żewġ żmien żurrieq ġurnata ġdid ġdida ġustizzja "
        "ġenerali ċentru ċittadin ċittadini ċar ċerta jista' għaliex meta iżda jew minn fuq taħt qabel wara illum ilbieraħ għada triq "
        "pont skola sptar knisja sena snin xahar ġimgħa it-tnejn it-tlieta l-erbgħa il-ħamis il-ġimgħa is-sibt il-ħadd"
    ),
    "eo": (
        "la de kaj en estas al ne por ke kun li ŝi ĝi ĉi tiu ili sed aŭ ankaŭ antaŭ laŭ hodiaŭ hieraŭ morgaŭ ĝis ĉe ĉiu ĉiuj ĉar baldaŭ "
        "eĉ ĵus aĵo aĵoj ĵurnalo ĵurnalisto ĥoro ŝtato ŝanĝo ŝajnas ĝenerala seĝo loĝi loĝantoj urbo ponto vojo rivero lernejo "
        "malsanulejo registaro prezidanto ministro polico diris diras povas devas jaro jaroj tago semajno eŭropo eŭropa ĉefo ĉefurbo"
    ),
    "vi": (
        "của và là các có được cho trong không một những này với người đã khi đến ở về ra vào như để từ theo sau trước trên dưới giữa "
        "cũng còn chỉ rất nhiều hơn nhất mới cũ lớn nhỏ bị bởi vì nên nếu thì mà hay hoặc nhưng đang sẽ phải cần muốn biết nói cho biết "
        "ông bà anh chị em tôi chúng họ việt nam hà nội thành phố hồ chí minh đà nẵng huế cần thơ hải phòng chính phủ thủ tướng chủ tịch "
        "bộ trưởng công an cảnh sát ủy ban nhân dân tỉnh huyện xã thị trấn cầu đường sông trường học bệnh viện tòa án công ty ngân hàng "
        "đóng cửa mở lại ngày tháng năm tuần hôm nay hôm qua ngày mai sáng chiều tối đêm thứ hai thứ ba thứ tư thứ năm thứ sáu thứ bảy chủ "
        "nhật giờ phút nghìn triệu tỷ đồng phần trăm hai ba bốn năm sáu bảy tám chín mười đầu tiên quốc gia đất nước thế giới kinh tế "
        "chính trị xã hội giáo dục y tế an toàn giao thông lũ lụt mưa bão nước dân số người dân trẻ em phụ nữ đàn ông chết bị thương "
        "vụ việc quyết định kế hoạch luật pháp tiếng nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý"
    ),
}
