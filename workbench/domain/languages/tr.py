"""Turkish."""

from __future__ import annotations

from workbench.domain.languages.language import Language
from workbench.domain.languages.numbers import Numbers
from workbench.domain.languages.speech import Speech

# How numbers are written

NUMBERS = Numbers(
    thousands=".\u00a0\u202f",
    decimal=",",
    cardinals="iki 2 üç 3 dört 4 beş 5 altı 6 yedi 7 sekiz 8 dokuz 9 on 10 yirmi 20 otuz 30 kırk 40 elli 50 altmış 60 yetmiş 70 "
    "seksen 80 doksan 90 yüz 100",
    doubtful="altı yedi yüz on kırk",
    one="bir",
    bare="bin yüz",
    multiples="düzine 12",
    many="onlarca 10 yüzlerce 100 binlerce 1000 milyonlarca 1000000",
    scales="bin 3 milyon 6 milyar 9 trilyon 12",
    half="yarısı yarım",
    ordinal_point=True,
    ordinal_endings="inci ıncı uncu üncü nci ncı ncu ncü",
    percent_before="yüzde %",
    owner_first=True,
    and_half="buçuk",
    none="hiçbir",
    about="yaklaşık aşağı_yukarı civarında tahminen ~ ≈",
    at_least="en_az asgari ≥",
    more_than="fazla aşkın >",
    at_most="en_fazla azami en_çok ≤",
    fewer_than="az <",
    nearly="neredeyse",
    after="more_than='den_fazla 'dan_fazla 'ten_fazla 'tan_fazla den_fazla dan_fazla ten_fazla tan_fazla 'i_aşkın 'ı_aşkın "
    "'u_aşkın 'ü_aşkın 'yi_aşkın 'yı_aşkın 'den_çok 'dan_çok|about=kadar civarında|at_most='e_kadar 'a_kadar 'ye_kadar 'ya_kadar",
    filler="toplam toplamda ilk son",
    to="ila veya",
    particles="'si 'sı 'su 'sü 'i 'ı 'u 'ü 'inin 'ının 'unun 'ünün 'den 'dan 'ten 'tan 'e 'a 'ye 'ya 'de 'da 'te 'ta",
    units="km=kilometre|m=metre metrelik|cm=santimetre|mile=mil|km2=kilometrekare kilometre_kare|m2=metrekare|ha=hektar|l=litre|"
    "m3=metreküp|kg=kilogram kilo|g=gram|t=ton|km/h=km/s km/sa kilometre_hızla|second=saniye|minute=dakika|hour=saat|day=gün "
    "günlük|week=hafta|month=ay|year=yıl yıllık|C=derece|barrel=varil|times=kez kere",
    money="TRY=lira tl türk_lirası|USD=dolar|EUR=avro euro|GBP=sterlin|RUB=ruble",
    labels="madde maddesi sayfa bölüm numara no gün aşama seviye kategori sınıf hat peron kısım fıkra ek şekil tablo salon kapı "
    "reaktör uçuş boeing airbus sürüm model kanal kat blok grup tip saat sayı",
    streets="sokak sokağı cadde caddesi bulvar bulvarı mahallesi",
    clock_before="saat saatleri",
    clock_after="sularında",
    clock_hours="",
    year_before="yılı",
    ago="önce sonra",
    people="kişi kişinin kişiye kişiyi kişilik insan erkek kadın çocuk öğrenci yolcu sürücü turist vatandaş sivil asker polis "
    "militan terörist gözaltı yaralı ölü kayıp işçi çalışan gazeteci gösterici mülteci göçmen aile hane rehine mahkum şüpheli "
    "sanık milletvekili itfaiyeci hasta doktor kurban cenaze ceset",
    things="ev bina konut okul hastane köy mahalle şehir ülke araç otomobil otobüs tren uçak gemi tekne tank füze roket vaka oy "
    "sandalye şirket daire dükkan ekip",
    nouns="next",
    modifiers="ayrı yeni",
    stops="ve veya ile ama da de ki bu şu o bir için gibi kadar göre sonra önce daha en ise olarak olan oldu edildi eden her",
    years_old="yaşında yaşındaki",
    states="killed=öldü hayatını_kaybetti yaşamını_yitirdi ölü öldürüldü can_verdi|injured=yaralandı yaralı|missing=kayboldu kayıp|"
    "arrested=gözaltına_alındı tutuklandı gözaltı|evacuated=tahliye_edildi|rescued=kurtarıldı|destroyed=yıkıldı yandı|"
    "damaged=hasar_gördü",
    months="ocak 1 şubat 2 mart 3 nisan 4 mayıs 5 haziran 6 temmuz 7 ağustos 8 eylül 9 ekim 10 kasım 11 aralık 12",
    weekdays="pazartesi 1 salı 2 çarşamba 3 perşembe 4 cuma 5 cumartesi 6 pazar 7",
    relative_days="bugün 0 dün -1 yarın 1",
    last="geçen geçtiğimiz",
    next="gelecek önümüzdeki",
    periods="last_week=geçen_hafta geçtiğimiz_hafta|this_week=bu_hafta|next_week=gelecek_hafta|last_month=geçen_ay|"
    "this_month=bu_ay|last_year=geçen_yıl|this_year=bu_yıl|next_year=gelecek_yıl",
    minus="eksi",
)

# Who says it, and how it is put

SPEECH = Speech(
    templates=(
        r"(?:^|[,;] ?)(?P<who>[^,;.\n“\"]{2,60}?)(?:[’'](?:y?[ae]|n[ae]))? (?P<verb>göre),? ?(?P<what>[^\n]{2,600})",
        r"^\s*(?P<who>[^,.\"“‘\n]{2,60}?),? (?P<what>[\"“‘][^\n]{2,600}?[\"”’],?) (?:diye |şeklinde )?"
        r"(?P<verb>dedi|diye konuştu|söyledi|konuştu|yazdı|ifadesini kullandı|diyerek)",
        r"^\s*(?P<who>[^,.\"“‘\n]{2,60}?), (?P<what>[^\n]{2,600}?) (?P<verb>açıkladı|açıklıyor|söyledi|söylüyor|belirtti|belirtiyor"
        r"|bildirdi|bildiriyor"
        r"|duyurdu|ifade etti|kaydetti|iddia etti|iddia ediyor|savundu|savunuyor|vurguladı|suçluyor|suçladı|düşünüyor|doğruladı|yalanladı"
        r"|aktardı|uyardı|ileri sürdü|öne sürdü|dile getirdi|anlattı|paylaştı|yazdı|haber verdi)",
        r"(?P<what>[\"“][^\"”\n]{2,600}[\"”]),? (?P<verb>dedi|diyen|diye konuştu) (?P<who>[A-ZÇĞİÖŞÜ][^,.\n]{1,50})",
    ),
    capitals=True,
)

# The language

LANGUAGE = Language(
    "tr",
    "Turkish",
    quotation_marks=(("“", "”"), ('"', '"')),
    numbers=NUMBERS,
    speech=SPEECH,
    stemmer="turkish",
)
