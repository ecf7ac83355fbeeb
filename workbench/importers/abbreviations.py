"""Abbreviations by language: where a full stop does not end the sentence, or only perhaps.

A word in small letters stands for every case; one with a capital ("Mag") only for itself, because "mag" is a word of its own. The stop
after the last letter is left out. `cyrillic`, `arabic` and `indic` stand for all languages in these letters.
"""

from __future__ import annotations

from workbench.importers.wordlist import wordlist

TITLES = wordlist(
    """Sta Sto Ste St dr dra drs dres prof profa profs mr mrs ms messrs mme mmes mlle mlles mgr mons sr sra sres sras srta
        srtas dott sigra sigg avv ing hr fru sn phd st gen lt cpt capt sgt adm cmdr brig"""
)
"""Titles and forms of address that stand before names in many languages."""

NEVER_LAST: dict[str, frozenset[str]] = {
    "de": wordlist(
        """z.b d.h bzw ca vgl sog evtl ggf ggfs inkl exkl zzgl abzgl bspw insb insbes i.d.r u.u z.t z.zt o.g s.o s.u u.a m.e i.a
        i.v p.a nr nrn dipl frl hl geb gest verh Mag Fr Hr Dipl.-Ing Dr.-Ing kath allg bes röm griech lat frz engl dt ehem
        stv stellv max Univ Oberst.lt Hptm Min.-Präs phil med jur rer nat h.c habil Abt Hg Hrsg hrsg ebd s.a d.i i.d.f i.e.s"""
    ),
    "fr": wordlist(
        """M Me Mes MM pr p.ex c.-à-d env boul Bd av bd cf vs chap dép éd n° adj cdt cne gal lcl sgt mgr St Ste ét Sté vve
        ci-dess"""
    ),
    "es": wordlist(
        """d dña dn dª gral cnel tte pdte pdta vicepdte lic lcdo lcda arq fr Sto Sta mons excmo excma ilmo ilma hno hna ud uds
        vd vds av avda avd pza pl ctra núm nº n.º pág págs p.ej p.e ej aprox vs cf ee min.º vol cap fig tel tlf depto dpto
        gob alte cmdte cap cdad sgto"""
    ),
    "pt": wordlist(
        """d exmo exma exmos ilmo ilma eng engª arq dep gal cel cap sgt Sto Sta pe fr av r pç pça trav rod estr n.º nº p.ex ex
        pág págs aprox vs cf art núm tel fig vol cx apto profª srª drª dr.ª sr.ª sras"""
    ),
    "ca": wordlist("sr sra dr dra en núm pàg p.ex av pl c aprox"),
    "it": wordlist(
        """sig Ten Col dott.ssa dr.ssa prof.ssa sig.ra sig.na sigg arch geom rag on On Sen cav comm gen cap mons card p.zza v.le
        v c.so p.le ca cfr es p.es ad.es pag pagg n nn tel fig vol cap s.s ss segr vs St S.ta S.to ecc.mo ill.mo gent.mo
        spett egr preg"""
    ),
    "ro": wordlist(
        """dl dna d-na d-l dnei domn nr str bd bul sf ing av jud pag cca ex p.ex vs prof conf lect col lt mr cpt gl art al alin"""
    ),
    "nl": wordlist(
        """dhr mevr mw mej drs ir ing mr ds jhr bc nr nrs blz ca bijv bv o.a d.w.z t.a.v i.p.v m.b.t t.b.v i.v.m m.i.v t/m n.a.v
        o.l.v a.d z.g.n zgn evt incl excl resp vgl afb art tel pag hfdst st jl jr kol lkol gen wnd burg weth"""
    ),
    "sv": wordlist("t.ex bl.a d.v.s dvs s.k f.d ca kl nr tel sid bl t.o.m fr.o.m f.n p.g.a m.a.o doc dir resp jfr st"),
    "da": wordlist("f.eks bl.a d.v.s dvs ca kl nr tlf fr frk pct lektor ca inkl ekskl jf fx evt vedr st skt cand "),
    "no": wordlist("f.eks bl.a dvs ca kl nr tlf frk pst jf evt inkl ekskl vedr pga mht st cand "),
    "fi": wordlist("esim mm ns n noin klo nro prof tri dos kts vrt ts puh as maist toht ent os yl"),
    "et": wordlist("nt s.o nn ca kl nr tel hr pr prl lk jt vt st dots sh sealh"),
    "lv": wordlist("piem t.i t.s u.c plkst nr tālr lpp apm t.sk kgs"),
    "lt": wordlist("pvz t.y vad apie val nr tel psl p g pr al doc g-vė dr t.t žr"),
    "pl": wordlist(
        """np m.in tzw tzn ok im św bł hr ks bp abp kard o s br gen płk ppłk mjr kpt ppor sierż plut ul al pl os nr godz tel mec
        red hab inż mgr med dyr prez wg zob tj t.j dot ur art lit str ww dost dr.hab jw kol kpr"""
    ),
    "cs": wordlist(
        """např tzv tzn tj t.j resp popř příp zejm cca ca kpt plk pplk por npor mjr gen sv ul nám tř č čp čj str odst písm mudr
        judr ing ing.arch mgr bc phdr rndr doc paeddr thdr mvdr p sl šp red srov viz tel"""
    ),
    "sk": wordlist(
        """napr tzv tzn tj t.j resp príp cca ca kpt plk pplk por npor mjr gen sv ul nám č str ods písm mudr judr ing mgr bc phdr
        rndr doc p red porov tel"""
    ),
    "sl": wordlist("Ga npr t.i oz tj ca cca g dr mag prof doc sv ul št str čl tel polk gen stot por inž dipl univ "),
    "hr": wordlist(
        """Ga npr tzv tj odn cca ca g gđa gđica gosp dr sc prof doc mons vlč fra sv ul br str čl st tel ing dipl oec iur gen
        bojn"""
    ),
    "hu": wordlist("pl kb ún ui ill id ifj özv dr prof sz u ker ford szerk vö tel kk fszt br gr szt Szt"),
    "tr": wordlist(
        """sn sy dr prof doç av yrd op uzm öğr gör arş alb yb bnb yzb ütğm tğm org korg tümg tuğg ecz müh hz st örn bkz vb.g no
        nr tel cad cd sok sk mah mh blv bulv apt yy takr krş"""
    ),
    "sq": wordlist("z znj dr prof nr p.sh tel rr shën gjen kol av dmth"),
    "id": wordlist("bpk sdr sdri kh drs dra ir hj h prof dr jl jln no gg kel kec kab rp tgl hlm kol letjen mayjen brigjen st"),
    "vi": wordlist("ts ths pgs gs bs ks tp q p đ"),
    "cyrillic": wordlist(
        """исп англ нем фр лат греч итал рос укр пол ісп нім мал т.е т.к т.н т.зв тзв напр см ср ул просп пл пер наб бул бульв
        шос ш обл р-н респ с-к г-н г-жа г-да г-ца гр гос-во проф акад доц чл.-корр член-корр канд инж д-р др.-ин ген ген-лейт
        ген-майор полк подп подполк кап лейт м-р ред отв св архим еп архиеп митр прот свящ патр ім адм зам пом ст.лейт нач св
        дир преп арх адв прибл ок орієнт бл прим рис табл гл разд кн изд сост пос дер оз хут хр м-н мкр корп кв эт каб комн
        факс моб ном № п.п чл абз т.з нар засл вул просп пров майд буд смт напр див о.к акад доп зав зб упоряд перекл бр бул
        кв ет вх ап гр г-ца т.нар вж ср вкл напр проф доц инж арх акад чл т.ч тј нпр тзв стр бр др г-ђа гђа"""
    ),
    "greek": wordlist(
        """κ κα κος κ.κ δρ καθ δηλ π.χ βλ αρ αριθ οδ λεωφ τηλ σελ άρθ παρ περ τ.μ μ.μ π.μ στρ αντ ταξ λοχ αγ αρχ μητρ χλμ εκ"""
    ),
    "armenian": wordlist("պրն տկն դոկտ պրոֆ ակադ օր հմմտ փող ք թ գ շ բնակ տպ"),
    "georgian": wordlist("ქ პროფ აკად დოქ მაგ ე.წ ბ ბ-ნი ქ-ნი გვ იხ წ სს ტელ"),
    "arabic": wordlist("أ.د م.م ص.ب د.ت أ.م.د مهن"),
    "indic": wordlist(
        """डॉ डा प्रो प्रा सुश्री एड मे रु रू नं सं पृ मो स्व पं क्र ড ডা ডাঃ মো মোঃ মু অধ্যা প্রো নং டாக்டர் திரு திருமதி பேரா
        ரூ எண் செல்வி డా ప్రొ రూ ಡಾ ಪ್ರೊ ರೂ ഡോ പ്രൊഫ രൂ ડૉ ડો પ્રો રૂ ਡਾ ਪ੍ਰੋ ਰੁ ଡଃ"""
    ),
}
"""No sentence ends in these: a name, a number or the rest of the phrase follows."""

BEFORE_NUMBERS: dict[str, frozenset[str]] = {
    "any": wordlist(
        """No Nr nr art tel fig vol cap pag str p pp s nos ph v r ch sec jan feb apr jun jul aug sep sept oct okt nov dec dez"""
    ),
    "de": wordlist("Abs Bd Kap abb ziff lit hausnr rn rz aufl jg bl sp Mo Di Mi Do Fr Sa So febr mär anm tab anl ges § jan"),
    "fr": wordlist("janv févr avr juil déc al alin pl éd t"),
    "es": wordlist("ene abr ago dic apdo c h"),
    "pt": wordlist("fev abr mai ago set out"),
    "it": wordlist("gen feb mag giu lug ago set ott dic lett comma h"),
    "nl": wordlist("lid mrt hs"),
    "pl": wordlist("ust pkt r t ryc tab poz rozdz sygn lut sie wrz paź gru dz.u"),
    "cs": wordlist("obr tab kap čl roč sb"),
    "tr": wordlist("md mad fık sf s oca şub mar nis may haz tem ağu eyl eki kas ara"),
    "cyrillic": wordlist(
        """тел моб ст ч гл с стр д дом кв п пп т тт вып рис табл янв фев февр мар апр июн июл авг сент окт нояб дек пр разд р
        нед"""
    ),
    "greek": wordlist("σ αρ ιαν φεβ μαρ απρ μαϊ ιουν ιουλ αυγ σεπ οκτ νοε δεκ"),
    "hebrew": wordlist("עמ מס רח שד טל"),
    "arabic": wordlist("ص ج رقم ش"),
}
"""No sentence ends in these before a number; elsewhere they are words like others."""

PERHAPS_LAST: dict[str, frozenset[str]] = {
    "any": wordlist("etc jr bros inc ltd corp co"),
    "de": wordlist("usw usf u.v.m u.v.a u.ä o.ä e.v mio mrd tsd jh jhd jhdt n.chr v.chr str std min sek eur tägl abds ff f co"),
    "fr": wordlist("j.-c av.j.-c apr.j.-c s.a"),
    "es": wordlist("a.c d.c ee.uu uu s.a s.l cía ltda vda hnos"),
    "pt": wordlist("a.c d.c s.a cia ltda lda"),
    "it": wordlist("a.c d.c ecc s.p.a s.r.l u.s"),
    "nl": wordlist("enz e.d e.a a.s n.v b.v v.chr n.chr mln mld sr"),
    "sv": wordlist("m.m osv o.s.v m.fl e.d milj mdr kr"),
    "da": wordlist("osv m.m m.fl mio mia kr o.lign pct"),
    "no": wordlist("osv m.m mill mrd kr o.l"),
    "fi": wordlist("jne ym yms milj mrd"),
    "hu": wordlist("stb kft bt zrt nyrt rt mrd eft mft"),
    "tr": wordlist("vb vs vd a.ş ltd şti m.ö m.s"),
    "cyrillic": wordlist("им"),
    "greek": wordlist("κ.ά μ.χ π.μ μ.μ α.ε χιλ"),
}
"""A sentence ends in these only before a word that begins sentences; so it is with abbreviations that are on no list."""

LAST_BEFORE_CAPITALS: dict[str, frozenset[str]] = {
    "any": wordlist("a.m p.m"),
    "pl": wordlist("r w itd itp zł gr m.st n.e p.n.e tys mln mld pkt km kg wlkp maz śl"),
    "cs": wordlist("atd apod aj tis mil mld kč n.l př.n.l s.r.o a.s hod"),
    "sk": wordlist("atď apod tis mil mld n.l pred.n.l s.r.o a.s hod"),
    "sl": wordlist("itd ipd tis mio mrd d.o.o d.d"),
    "hr": wordlist("itd i.sl tis mil mlrd god d.o.o d.d"),
    "cyrillic": wordlist(
        """т.д т.п и.т.д др пр г гг р рр в вв ст н.э н.е руб коп долл грн тыс тис млн млрд трлн хил лв см кг км мин сек час хв
        год ин м.р"""
    ),
    "greek": wordlist("κ.λπ κ.τ.λ κλπ κτλ"),
}
"""A sentence ends in these before any capital letter: units, years and words that close a list, where nouns have small ones."""
