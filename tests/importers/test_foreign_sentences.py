"""Sentence boundaries in many languages: abbreviations, ordinals, quotations inside a sentence, marks of other scripts."""

from __future__ import annotations

import pytest

from workbench.importers.sentences import sentence_spans

# One text a line; "|" stands where a sentence ends.
_SPACED = """
Die Fähre wurde am 22. Oktober gesperrt.|Danach fuhr niemand.
Der 2. Pfeiler hat einen Riss, der 3. Pfeiler nicht.|Das gilt bis zum 3. November.|Danach wird gebaut.
Im Hafen liegen z.B. zwei Fähren, d.h. ein Boot u.a. aus Norwik.
Im Hafen liegen z. B. Fähren, d. h. Boote, u. a. Segler.|Sie kamen gestern.
Das regelt Art. 3 des Gesetzes, siehe Nr. 5 und S. 12.|Die Abgabe betrug ca. 300 Euro.
Der Bau kostete 5 Mio. Euro, später 3 Mrd. Kronen.|Das war zu viel.
Es waren 22.|Dann kamen mehr.
Prof. Dr. Anna Lund und Dr. med. Karl Moe sprachen mit Hrn. Berg.
Sie spielt in der 2. Bundesliga, er beim 1. FC Norwik.|Der Trainer geht.
Im 19. Jahrhundert baute Ludwig XIV. Schlösser.|Danach kam Ruhe.
Das geschah 2020.|Peter Lund war dabei.
Er kaufte Äpfel, Birnen usw.|Danach ging er.
„Das ist gut!“, sagte er.|„Wir gehen.“|Dann ging er.
Er fragte: „Wann kommt ihr?“|Niemand antwortete.
„Wann kommt ihr?“ fragte er.|Niemand antwortete.
Die Feier begann um 20.30 Uhr in der Hauptstr. 5.|Alle kamen.
Sie trafen sich am Sa. 3. Mai im Rathaus.|Er kam nicht.
Vom 3. bis 5. Mai ist zu.|Vom 1.1. bis 3.2. auch.
In der 88. Minute traf Lund.|Der Jubel war groß.
Das ist eine Frage der Art.|Der Hafen bleibt zu.
Die Fähre fährt bis zum 30. Juni 2024.|Ab Juli ist Schluss.
Bundeskanzler a.D. Moe sprach mit St. Pauli.
W dniu 3 maja 2020 r. Sejm przyjął ustawę.|Marszałek był zadowolony.
Ustawę przyjęto w 2020 r.|Potem ją zmieniono.
Ustawę przyjęto w maju 2020 r.|Posłowie wyszli.
Zakończył w 2. turze, np. z wynikiem 20 proc. głosów, tzw. drugim.
Pociąg odjeżdża o godz. 2:50 z ul. Długiej 5 m. 3.|Przyjechało ok. 20 osób, m.in. prof. Lis i dr Nowak.
Mieszka przy ul. Jana Pawła II.|Nie wrócił.
Cena to 5 tys. zł.|Kupił chleb, mleko itd.|Wrócił do domu.
Zgodnie z art. 3 ust. 2 ustawy z dn. 5 maja br. Rada zdecydowała.
Ks. bp Jan Lis i gen. Nowak przyszli do św. Anny.
Most uzavřeli 3. listopadu 2024.|Otevřou ho v 5. měsíci.
Konalo se 2. kolo, např. v Brně, tj. doma, s p. Novákem a JUDr. Malou.
Ing. Novák přišel v 5 hod.|Potom odešel.
Bydlí na nám. Míru č. 5 atd.|Práce skončily.
Most bol zatvorený 3. novembra.|Otvoria ho 5. mája.
Most je zatvoren 22. listopada 2020. godine.|Otvorit će ga kasnije.
Imamo npr. dva mosta, tzv. stare.|Dr. sc. Ana Horvat je došla.
Most so zaprli 3. novembra.|Odprli ga bodo 5. maja ob 10. uri.
Komisyon 3. Cadde'de toplandı.|Sonra dağıldı.
Sn. Başkan ve Prof. Dr. Ayşe Yılmaz geldi.|Köprü No:5'te değil.
2. Dünya Savaşı sırasında köprü kapandı.|19. yüzyılda açıldı.
Köprü, Atatürk Cad. No. 5 önünde vb. yerlerde var.|Herkes gördü.
Padişah II. Abdülhamid köprüyü yaptırdı.|Bu köprü eskidir.
Av. Mehmet Kaya Doç. Dr. Can ile konuştu.
IV. Béla király 1241. április 11-én vesztett.|A híd pl. Budán állt.
A 2. kerületben kb. 300 ember él.|Dr. Kovács ott lakik.|A híd 2020. május 3-án nyílt.
Broen blev lukket den 3. november.|Den åbner bl.a. i maj.|Hr. Lund kom kl. 10.
Broen stengte 3. november.|Den åpner f.eks. i mai.
Bron stängdes kl. 10.|Den öppnar bl.a. i maj, dvs. snart.|Han kom sen.|Hon gick.
Silta suljettiin 3. marraskuuta.|Se avataan esim. toukokuussa n. klo 10.
Sild suleti 3. novembril.|See avatakse nt. mais.
Tilts slēgts 3. novembrī.|To atvērs 2024. gada maijā.
Dat kost ca. 300 euro, d.w.z. te veel, bijv. voor drs. Bakker.|Hij kwam niet.
Mme. Moe et M. Lund sont partis.|M. Le Pen aussi.|Le Dr. Roux est là.
« Pourquoi ? » a-t-il demandé.|Personne n'a répondu.
Le pont est à l'av. Foch, cf. p. 5 et art. 3 du code.|Il est fermé.
L'Acte date de 50 av. J.-C.|Les Romains sont partis.
El Sr. López y la Sra. Ruiz hablaron con la Dra. Gil.|No dijeron nada.
D. Juan vive en la Avda. de la Paz, núm. 5, en EE. UU. desde ayer.
Lo dijo en EE. UU.|Después se fue.
Dijo que no.|Luego se marchó.|¿Por qué?|Nadie lo sabe.
¡Qué día!|Todos salieron.|El art. 3 lo dice, p. ej. en la pág. 5.
Ocurrió en el año 44 a. C. en Roma.|Luego cayó.
El Gral. Ruiz y Ud. van.|El Lic. Gómez no.
O Exmo. Sr. Silva e a Profa. Dra. Costa chegaram.|Eles falaram.
O Eng. Lima mora na R. do Ouro, n.º 5, p. ex. com o D. Afonso.|Não saiu.
L'avv. Rossi e il dott. Bianchi sono arrivati con l'on. Verdi.|Poi sono usciti.
La sig.ra Neri e il prof. Gallo abitano in p.zza Dante.|Il ponte è chiuso.
Lavora alla Ponte S.p.A. di Roma.|Il Sen. Moro ha parlato, ad es. con l'ing. Riva.
Dl. Popescu și dna. Ionescu stau pe str. Lungă nr. 5.|Podul este închis.
El Sr. Puig viu al carrer núm. 5.|La Dra. Vila no.
Мэр живёт на ул. Ленина, д. 5.|Он ушёл.
В г. Москва и в г. Тула живут 16 тыс. человек, т.е. много.|Мост стоит 5 млн. руб.|Это дорого.
Мост стоил 5 млн. руб.|Инженеры ушли.
В 2020 г. Москва построила мост.|Его закрыли в 2021 г.|Горожане ждут.
Купили хлеб, масло и т.д. и т.п. для всех.|Потом ушли.
Приехали проф. Иванов, акад. Петров, ген. Сидоров и д-р Лунд.
Об этом сказал А. С. Пушкин и В.В. Иванов.|Он был прав.
«Кто там?» — спросил он.|Никто не ответил.
— Кто там? — спросил он.|— Никто.
Завод им. Кирова закрыт.|Я сказал им.|Они ушли.
См. стр. 5 и рис. 2.|Там всё есть.
Это случилось в III в. до н. э. в Риме.|Потом всё кончилось.
У місті 16 тис. осіб, тобто мало.|Міст на вул. Лесі Українки, буд. 5.|Він закритий.
Ціна 5 млн. грн.|Мешканці чекають.|Це сказав ім. Шевченка.
Мостът в гр. София е затворен от 3 г. насам.|Той е стар.|Проф. д-р Иванов каза това.
Мост је затворен 22. октобра 2020. године.|То је рекао проф. Јовић, нпр. јуче.
Ο κ. Παπάς και η κα. Λάμπρου ήρθαν.|Έφυγαν στις 5 μ.μ. χθες.
Έκλεισε η γέφυρα;|Ναι.|«Πότε;» ρώτησε ο δρ. Νίκου.
قال د. خالد إن الجسر أغلق.|هل أغلق الجسر؟|نعم.
قال أ.د. خالد وم. سامي إن الجسر أغلق في عام 2020.|ثم رحل.
پل بسته شد.|چرا؟|دکتر رضایی گفت.
پل بند ہے۔|کیوں؟|کسی کو معلوم نہیں۔
הגשר נסגר.|מתי?|ד"ר כהן לא ידע.
पुल बंद है।|डॉ. राम और प्रो. सीता आए।|क्यों?|कोई नहीं जानता।
সেতু বন্ধ।|ডা. করিম ও মো. রহিম এলেন।|কেন?
பாலம் மூடப்பட்டது.|மு. க. ராமன் வந்தார்.|டாக்டர். ராஜா பேசினார்.
Կամուրջը փակ է։|Նա եկավ։|Ն. Պետրոսյանը խոսեց։
ድልድዩ ተዘግቷል።|ማን አለ፧|ማንም።
ხიდი დაიკეტა.|ქ. თბილისში წვიმს.|პროფ. ლომიძე მოვიდა.
ดร. สมชาย มาถึง พ.ศ. 2567 แล้ว น. นี้
시장은 “아무도 다치지 않았다.”고 말했다.|다리는 닫혔다.
시장은 "다리는 닫혔다. 아무도 없다."라며 웃었다.|그는 떠났다.
다리는 2024. 10. 22. 서울에서 닫혔다.|김 모 씨는 No. 5 버스를 탔다.
시장은 ‘누가 왔나?’라는 질문을 받았다.|그는 웃었다.
Cầu đã đóng.|Ông TS. Nam nói vậy.|TP. Hồ Chí Minh mưa.
Jembatan ditutup di Jl. Merdeka No. 5.|Bpk. Hasan datang.
He said so.|“It rained.”|Then it stopped.
He left at 5 p.m.|“It rained,” she said.
Mrs. Lund met Mme. Moe and Sra. Ruiz.|They left.
“Is it closed?” he asked.|Nobody knew.
(The bridge is closed.)|He left.
Der Oberbürgermeister Dr. h. c. Weber eröffnete die 5. Etappe.|Es regnete.
Laut § 5 Abs. 2 Satz 1 gilt das seit 1. Januar.|Niemand wusste davon.
Die Sitzung am Mo., 3. Juni, fällt aus.|Sie wird am 10. Juni nachgeholt.
Die Firma Moe & Co. KG zahlte 3,5 Mrd. Euro inkl. Zinsen.|Das Geld fehlt.
Frau Lund wurde 45.|Sie lebt in Norwik.
Er kam auf Platz 2.|Lund wurde Dritte.
Sie wohnt im 3. Stock der Bergstr. 7.|Er nicht.
Die Temperatur sank auf minus 10 Grad.|10 Menschen froren.
Das Treffen dauerte von 9. bis 11. Mai.
„Wir bauen im 2. Quartal.“|Danach schwieg er.
Die Regierung tagte am 5.11.|Die Opposition fehlte.
Il a payé env. 300 euros à M. Martin, cf. art. 5, p. 12.|Mgr. Roux est venu.
L'entreprise S.A. Ponts a fermé vers 18 h. Personne ne sait.
Le Dr. Roux, le prof. Petit, etc. sont venus.|Il était tard.
« Non ! » a crié le maire.|« Jamais ! »
El presidente, Lic. Gómez, llegó a las 5 p.m.|Habló con la Srta. Díaz.
La empresa Puentes S.A. cerró en el cap. 3.|Nadie habló.
El Cnel. Ruiz nació en 1950 aprox. en Vigo.|Su hijo es el Dr. Ruiz.
«¿Quién es?», preguntó.|Nadie contestó.
O Sr. Presidente e a Sra. D. Maria vivem na Av. Central, n.º 10.|É longe.
O Prof. Costa disse que não.|Depois foi para casa.
Il Dott. Bianchi e la Dott.ssa Neri abitano in v.le Roma, n. 5.|Sono amici.
Nel 44 a.C. Cesare morì.|Poi venne Ottaviano.
L'art. 3 e l'on. Rossi, cfr. pag. 5.|Il prof. Verdi tace.
Ha detto di no.|Poi è uscito.
De heer J. de Vries en mevr. A. van den Berg wonen op nr. 5.|Zij zijn oud.
De minister zei o.a. dat mr. Bakker en ds. Visser komen.|Het werd laat.
Het kost 5 mln. euro.|Dat is veel.
Prezydent spotkał się z ks. prof. Lisem ok. godz. 12.|Potem wyjechał.
Urodził się 5.05.1950 r. w Łodzi przy al. Kościuszki 3.|Zmarł w 2010 r.
Od 1 stycznia 2024 r. Polska zmienia prawo.
To był 2. dzień, tj. wtorek.|Potem była środa.
W XIX w. Warszawa rosła.|Miasto miało 500 tys. mieszkańców.
Dostał 20 proc. głosów.|To mało.
Firma dała 5 mln zł.|Prezes J. K. Nowak był zły.
Podle čl. 3 odst. 2 zákona č. 5 platí od 1. ledna nová pravidla.|Vláda mlčí.
V 19. století žil Karel IV. v Praze.|Potom zemřel.
Přišlo cca 300 lidí, tzn. málo.|Mgr. Nová odešla.
Zápas 2. ligy skončil 3:2.|Trenér byl rád.
Na 1. máj nepršelo.|Svítilo slunce.
Podľa § 5 ods. 2 platí od 1. januára.|Vláda mlčí.
Po 2. svjetskom ratu grad je rastao.|Potom je stao.
U ul. Kralja Tomislava br. 5 živi g. Horvat.|On je star.
V 2. krogu je dobil 20 odst. glasov.|Potem je odšel.
Az 1. számú híd a Fő u. 5. alatt áll.|Dr. Nagy szerint régi.
2024. október 22-én zárták le.|A polgármester hallgat.
Str. Lungă nr. 5 este închisă, cf. art. 3 alin. 2.|Dl. prof. Ionescu a plecat.
Toplantı 2. katta yapıldı.|Başkan 3. kez konuştu.
Prof. Dr. Yılmaz ile Av. Kaya Gazi Mah. Çiçek Sok. No: 5 adresindeydi.|Sonra gittiler.
Saat 10.30'da başladı.|Herkes geldi.
T.C. Sağlık Bakanlığı açıkladı.|Bu doğru.
Atatürk 19. yy. başında doğmadı.|O 1881 doğumludur.
Bl.a. hr. Moe og fru Lund bor i nr. 5.|De er gamle.
Den 1. maj var det koldt.|Der kom ca. 300 mennesker.
Den 17. mai feiret de.|Det kom f.eks. hr. Berg.
Vuonna 1995 oli 2. vaalit, ks. s. 5.|Se oli vaikeaa.
Toimetus asub Pika tn. 5, nt. 3. korrusel.|See on kinni.
На пл. Ленина в 10 ч. утра собралось ок. 300 чел.|Они ждали.
Директор ООО «Мост» И. И. Петров и зам. министра А. Ким ушли.|Всё стихло.
По ст. 5 п. 3 УК РФ ему грозит 5 лет.|Суд идёт.
В нач. XX в. здесь жил гр. Толстой.|Потом уехал.
В 1945 г. Германия капитулировала.|Война кончилась.
Родился в с. Ивановка, пос. Северный, обл. Тульская.|Умер в 1999 г.
Он спросил: «Куда?»|Никто не ответил.
Температура упала до -20.|Люди замёрзли.
О. Сахалин и оз. Байкал далеко.
У м. Київ на просп. Перемоги, 5 зібралося 5 тис. людей.|Вони чекали.
У 2020 р. Україна провела вибори.|Потім усе стихло.
Проф. Г. Іваненко, акад. НАН, заст. голови і т. ін. прийшли.|Зала мовчала.
Улица „Витоша“ № 5, ет. 3, ап. 2 е на ул. Шипка.|Там живее д-р Петров.
През 2020 г. България гласува.|После настъпи тишина.
Др Марковић и г. Јовић живе у ул. Краља Петра бр. 5.|Они су стари.
Ο Δρ. Γ. Νίκου μένει στην οδ. Ερμού 5, αρ. 3.|Είναι γιατρός.
Συνέβη το 44 π.Χ. στη Ρώμη.|Μετά ήρθε ειρήνη.
Πού είναι;|Κανείς δεν ξέρει.|Ήρθε ο κ. Γεωργίου κ.λπ. χθες.
The Greek letter α; Ω; and others are used.|They matter.
وصل أ. ف. ب. الخبر.|وقال م. أحمد إنه صحيح.
ولد عام 570 م. في مكة.|ثم رحل.
قال: «لا أعرف.»|ثم خرج.
السعر 5.5 دولار.|ارتفع أمس!|لماذا؟
او گفت: «نمی‌دانم.»|سپس رفت.|آیا درست است؟|بله.
این پل در سال ۱۳۹۹ ه.ش. بسته شد.|مردم رفتند.
وزیر اعظم نے کہا۔|“میں نہیں جانتا۔”|پھر وہ چلے گئے۔
प्रधानमंत्री ने कहा।|"हम आएंगे।"|फिर वे गए।
ए. पी. जे. कलाम ने रु. 500 दिए।|वह गए॥
A. P. J. Lund came at 5 p.m. on Monday.|He left.
대통령은 "경제가 좋아졌다. 수출도 늘었다."고 강조했다.|야당은 반발했다.
그는 "왜?"라고 물었다.|"모른다."는 답이 왔다.
그는 ‘끝났다.’며 웃었다.|2. 다음은 서울이다.
“다리는 닫혔다.”고 시장은 말했다.|비가 왔다.
시장은 “닫는다.” “연다.”고 번갈아 말했다.|그는 떠났다.
Կամուրջը փակ է:|Նա եկավ:|Ո՞վ եկավ։
ድልድዩ ተዘግቷል።|ሰዎች ሄዱ፡፡|ማን?
ཟམ་པ་བཀག་སོང་།|མི་ཕྱིན་སོང་།
He cited Art. 5, No. 3 and pp. 4-5.|Then he left.
The ferry (see p. 5) sank.|“Why?” he asked.|“It was old.”
It was over.|“We won,” she said.|“They lost.”
The Rev. “Bud” Lund spoke.|‘Twas late.
Tổng thống nói vậy.|GS. Lan và TS. Minh đồng ý.
Presiden, H. Ahmad, S.H. tiba pukul 10.|Dia pulang.
„Das ist gut.“|Der Mann lachte.
« Il pleut. »|Ensuite, il est parti.
ស្ពានបិទ។|គាត់មក។
“다리는 닫혔다.”|그는 이렇게 말했다.
«Я ушёл.»|Он засмеялся.
През 2020 г. България гласува.|После настъпи тишина.
Мост длиной 5 км.|Река глубока.
Um 1500 v. Chr. bebte die Erde.|Danach kam Ruhe.
"""
_UNSPACED = """
တံတားပိတ်သည်။|သူလာသည်။
彼は「橋は閉まった。」と述べた。|市長は去った。
「橋は閉まった。誰もいない。」と市長は述べた。|雨が降った。
「橋は閉まった。」|市長はそう言った。
市長は「なぜ？」と聞いた。|答えはない。
本当？|はい！|そうです。
“桥关了。”他说。|没有人来。
他说：“桥关了。”|没有人来。
“桥关了。没有人来。”市长周二表示，“我们等。”|雨停了。
市长问：“为什么？”|没有人回答。
市長表示：「橋關了。」|沒有人來。
他喊着“快跑！”冲了出去。|雨停了。
他读了《谁来了？》这本书。|书很好。
首相は「景気は良い。輸出も増えた。」と強調した。|野党は反発した。
「なぜだ！」と彼は叫んだ。|誰も答えない。
彼女は『行く。』とだけ書いた。|それで終わった。
「雨だ。」「行こう。」と二人は言った。|夜が来た。
市長（57。元議員。）は去った。|雨が降った。
“为什么？”她问。|没有人回答。
“我们走吧！”他喊道，“雨停了。”|大家都走了。
市長說：「橋關了。」|大家走了。
“没有人受伤。”市长说。|桥关了。
ခံစားသည်။|သူသွားသည်။
「はい。」|終わり
「橋は閉まった。」|でも誰も来ない。
他说：“我们走吧。雨停了。”|大家都走了。
"""


def parts(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentence_spans(text)]


@pytest.mark.parametrize("line", _SPACED.strip().splitlines())
def test_sentences_with_spaces_between_them(line: str) -> None:
    assert parts(line.replace("|", " ")) == line.split("|")


@pytest.mark.parametrize("line", _UNSPACED.strip().splitlines())
def test_sentences_without_spaces_between_them(line: str) -> None:
    assert parts(line.replace("|", "")) == line.split("|")


def test_a_line_is_read_in_its_own_language() -> None:
    lines = ["The ferry left at noon and the harbour was empty.|Nobody saw it.", "Der 2. Pfeiler am Hafen hat z.B. einen Riss.|Er ist alt."]
    text = "\n".join(line.replace("|", " ") for line in lines)
    assert parts(text) == [part for line in lines for part in line.split("|")]


def test_a_short_line_is_read_in_the_language_of_its_text() -> None:
    text = "Le maire et le conseil sont dans la mairie.\nM. Le Goff part. Il pleut."
    assert parts(text)[1:] == ["M. Le Goff part.", "Il pleut."]


def test_a_semicolon_asks_only_in_a_greek_line() -> None:
    assert parts("Έφυγε η Άννα; Ναι.") == ["Έφυγε η Άννα;", "Ναι."]
    assert parts("The letters are named Άλφα; Βήτα in this book") == ["The letters are named Άλφα; Βήτα in this book"]
