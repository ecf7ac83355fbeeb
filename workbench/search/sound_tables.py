"""What the letters of names sound like, script by script: each letter, or group of letters, with the sounds that the usual transliterations
give it or take it for. Facts of transliteration, coarse on purpose.

Sounds are written with one sign each: vowels a, e (also i and y) and o (also u); consonants by their letter, and S for sh, C for ch, Z for
zh and j, c for ts. Other sounds of the same letters stand behind a slash; nothing behind it says that the letter may be silent.
"""

from __future__ import annotations

from functools import cache
from itertools import product

from workbench.search.hangul import VOWEL_COUNT, parts_of

Table = dict[str, tuple[str, ...]]

_LATIN = (
    "a=a b=b c=k/C/s/c ch=C/h/k/S ck=k cz=C d=d dj=Z dzh=Z dz=Z/z e=e ee=e ei=e/ae ai=ae/e ey=e ie=e f=f g=g/Z/h gh=g h=h/ i=e/ "
    "j=Z/h/e/ k=k kh=h l=l m=m n=n ng=n/ng o=o ou=o/ov oo=o ow=ov/o p=p ph=f q=k r=r rz=Z s=s/z sh=S sch=S/Sh sz=S st=st/St sp=sp/Sp "
    "shch=S/SC t=t "
    "th=t ts=c tsch=C tch=C tz=c u=o v=v/f w=v/o x=ks/S/h y=e/ z=z/c zh=Z ya=a/ea ia=a/ea ja=a/ea/Za yu=o/eo iu=o/eo ju=o/eo/Zo "
    "yo=o/eo io=o/eo ye=e je=e/Ze iy=e yi=e yj=e ij=e"
)
_CYRILLIC = (
    "а=a б=b в=v/f г=g/h д=d е=e є=e ж=Z з=z и=e/ і=e ї=e й=e/ к=k л=l м=m н=n о=o п=p р=r с=s т=t у=o ў=v ф=f х=h ц=c ч=C "
    "ш=S щ=S/SC ъ= ы=e ь=/e э=e ю=o/eo я=a/ea ј=e љ=l њ=n ћ=C ђ=Z џ=Z"
)
_ARABIC = (
    "ا=a/e/ ا=a أ=a/o إ=e آ=a ب=b/p/v پ=p ت=t ث=s/t ج=g/Z چ=C ح=h خ=h د=d ذ=z/d ر=r ز=z ژ=Z س=s/c/z ش=S تش=C ص=s ض=d/z ط=t ظ=z "
    "ع=a/ غ=g ف=f/v ق=k/g ك=k گ=g ل=l م=m ن=n ه=h/a/e ة=a/ و=o/v ؤ=o ي=e/ ئ=e/ ء= تس=c دج=Z"
)
_HEBREW = (
    "א=a/e/o/ ב=b/v ג=g/Z ד=d ה=h/a/e ו=o/v ז=z/Z ח=h ט=t י=e/ כ=k/h ך=k/h ל=l מ=m ם=m נ=n ן=n ס=s ע=a/e/ פ=p/f ף=f/p צ=c/C "
    "ץ=c/C ק=k ר=r ש=S/s ת=t וו=v/o יי=e/ae טש=C"
)
_KANA = (
    "ア=a イ=e/ ウ=o/v エ=e オ=o カ=ka キ=ke/k ク=k/ko ケ=ke コ=ko ガ=ga ギ=ge/g グ=g/go ゲ=ge ゴ=go サ=sa シ=S/Se/s/se ス=s/so "
    "セ=se ソ=so ザ=za ジ=Z/Ze/z/ze/d/de ズ=z/zo ゼ=ze ゾ=zo タ=ta チ=C/Ce/t/te ツ=c/co/t/to テ=te ト=t/to ダ=da ヂ=Ze/de ヅ=zo "
    "デ=de/d ド=d/do ナ=na ニ=ne ヌ=n/no ネ=ne ノ=no ハ=ha ヒ=he フ=f/fo/h/ho/v ヘ=he ホ=ho バ=ba/va ビ=be/ve ブ=b/bo/v/vo "
    "ベ=be/ve ボ=bo/vo パ=pa ピ=pe プ=p/po ペ=pe ポ=po マ=ma ミ=me ム=m/mo メ=me モ=mo ヤ=a/ea ユ=o/eo ヨ=o/eo ラ=ra/la "
    "リ=re/le/r/l ル=r/l/ro/lo レ=re/le ロ=ro/lo ワ=va/oa ン=n/m ヴ=v/vo ッ= ー= ァ=a ィ=e ゥ=o ェ=e ォ=o"
)
_SMALL_KANA = {
    "ャ": ("a", "ea"),
    "ュ": ("o", "eo"),
    "ョ": ("o", "eo"),
    "ァ": ("a",),
    "ィ": ("e",),
    "ゥ": ("o",),
    "ェ": ("e",),
    "ォ": ("o",),
}
_HANZI = (
    "阿=a 埃=e/a 艾=a/e/ae 爱=a/e 安=an 昂=an/ang 奥=o/ao 巴=ba/pa 拜=ba/bae 班=ban 邦=ban/bon 鲍=bo/bao 贝=be/ber 本=ben 比=be "
    "彼=pe 别=be 宾=ben 波=po/bo 勃=b/bo 博=bo 伯=be/b/ber 布=b/bo 采=ce/ze 策=ce 察=ca/Ca 柴=Cae 昌=Can 车=Ce 切=Ce 茨=c/z/s "
    "楚=Co 达=da/ta 戴=da/dae/de 丹=dan 道=dao/do 德=d/de 登=den 邓=don/dan 迪=de 季=te/de/Ze 蒂=te/de 丁=den/ten 东=don 杜=do "
    "顿=don/ton/den/ten 多=do/to 厄=e 恩=en/n 尔=r/l/er/el 耳=r 法=fa 凡=van/fan 范=van 费=fe/ve 芬=fen/ven 丰=fon 弗=f/fo/v/vo "
    "夫=f/fo/v/vo 福=fo 富=fo 加=ga/ka 盖=ga/ge 甘=gan 冈=gan/kan 高=gao/go 戈=go 哥=ko/go 格=g/ge/h 根=gen/gan 古=go/ko 果=go "
    "哈=ha 海=he/ha/hae 汉=han 豪=hao/ho 赫=h/he/g 黑=he 亨=hen 洪=hon 胡=ho 华=va/oa/ha 霍=h/ho 基=ke/k/ge 吉=ge/ke/Ze 贾=Za/ga "
    "简=Zan/Zen/gen 杰=Ze/de 金=ken/gen/den/zen/ten 京=ken/ten/den 久=deo/teo/Zo/geo 居=keo/ko 卡=ka/k 凯=ka/ke/kae 坎=kan/kam "
    "康=kon/kan 考=kao/ko 科=ko/k 柯=ko 克=k/ke/g 肯=ken 库=ko 奎=ke/kve 昆=kon 拉=la/ra 莱=le/re/lae/rae/la/ra 兰=lan/ran "
    "朗=lan/ran/lon/ron 劳=lao/lo/ro 勒=l/le/r/re 雷=le/re 里=le/re 利=le/re 理=le/re 立=l 莉=le 连=len/ren/lean 良=lean/lan "
    "列=le/re 林=len/ren 琳=len 留=leo/lo 柳=leo/lo 龙=lon/ron 卢=lo/ro 鲁=lo/ro 伦=len/lon/ran/ren/lan 罗=lo/ro/r 洛=lo/ro "
    "吕=leo/lo 马=ma 迈=mae/ma 曼=man 毛=mao 梅=me 门=men/man 蒙=mon 米=me 密=me 敏=men 明=men 莫=mo 姆=m/mo 穆=mo/m 默=me/m "
    "纳=na 奈=ne/na 南=nan 内=ne 尼=ne 涅=ne 宁=nen 纽=neo 努=no 诺=no 娜=na 欧=eo/o/e 帕=pa 派=pae/pe 潘=pan 庞=pon/pan 佩=pe "
    "彭=pen/pon 皮=pe 平=pen 珀=p/pe 坡=po 普=p/po 奇=C/Ce/ke 恰=Ca 乔=Zo/geo/Ceo 琴=Cen 丘=Ceo/teo/Co 齐=ce/ze 日=Z/Ze 热=Ze "
    "让=Zan 茹=Zo 瑞=re/rae 若=Zo 萨=sa 塞=se/s 赛=sae/sa/se 桑=san 瑟=se/s 森=sen/son/san 沙=Sa 莎=Sa/sa 山=San 舍=Se 谢=Se/se "
    "申=Sen 什=S/C 施=S/Se 史=s/S/Se 斯=s/so/z 司=s 舒=So 松=son 苏=so 孙=son 索=so 绍=So/Sao 圣=san/sen 塔=ta 泰=tae/ta/te "
    "坦=tan 汤=tom/tan 陶=to/tao 特=t/te 滕=ten 提=te 铁=te 廷=ten 通=ton 图=to 托=to 瓦=va/oa 万=van 韦=ve/oe 威=ve/oe 维=ve/v "
    "温=ven/oen 文=ven 沃=vo/v/o 武=vo 伍=vo 乌=o 西=se/ce/Se 希=he/Se/se 锡=se 夏=Sa 辛=sen 欣=hen 休=heo/Seo 逊=son/sen "
    "雅=ea/Za/a 亚=ea/a 扬=ean/an 耶=e 叶=e 伊=e 因=en 英=en 尤=eo/o 于=eo/o 约=eo/Zo/o 延=ean/en 扎=za/sa 宰=ze/za 赞=zan "
    "泽=ze/ce/se 兹=z/s/c 佐=zo 祖=zo/so/co 詹=Zan/Zen/Zam 哲=Ze 朱=Zo/Zeo 卓=Zo"
)
_FIRSTS = "g/k k/g n d/t t/d r/l m b/v/p p s/S s/S  Z/z/c c/z C/c k t p/f/v h"
"""The nineteen first consonants of a Korean syllable; the twelfth is silent."""
_MIDDLES = "a e a/ea e e/a/o e e/o/eo e o va/oa ve/oe ve/e o/eo o/v/ vo/o ve/e ve/oe o/eo/ /o e e/"
_LASTS = {0: "", 1: "k/g", 4: "n", 7: "t/d", 8: "l/r/", 16: "m", 17: "p/b", 19: "s/t/d", 21: "n/ng"}
VOWELS = frozenset("aeo")


def _table(text: str) -> Table:
    return {unit: tuple(sounds.split("/")) for unit, _, sounds in (part.partition("=") for part in text.split())}


@cache
def latin() -> Table:
    """Latin letters, each also doubled."""
    table = _table(_LATIN)
    return table | {2 * unit: sounds for unit, sounds in table.items() if len(unit) == 1 and 2 * unit not in table}


@cache
def cyrillic() -> Table:
    table = _table(_CYRILLIC)
    return table | {2 * unit: sounds for unit, sounds in table.items()}


@cache
def arabic() -> Table:
    return _table(_ARABIC)


@cache
def hebrew() -> Table:
    return _table(_HEBREW)


@cache
def kana() -> Table:
    """Katakana, with the small letters that change the vowel of the one before."""
    table = _table(_KANA)
    for big, sounds in list(table.items()):
        heads = {sound.rstrip("aeo") for sound in sounds} - {""}
        for small, vowels in (
            ("ャ", ("a", "ea")),
            ("ュ", ("o", "eo")),
            ("ョ", ("o", "eo")),
            ("ァ", "a"),
            ("ィ", "e"),
            ("ェ", "e"),
            ("ォ", "o"),
            ("ゥ", "o"),
        ):
            if heads:
                table[big + small] = tuple(head + vowel for head in sorted(heads) for vowel in vowels)
    return table


@cache
def hanzi() -> Table:
    """The characters that names are usually written with, the simplified ones."""
    return _table(_HANZI)


@cache
def syllable(sign: str) -> tuple[str, ...]:
    """The sounds of a Korean syllable."""
    first, vowel, last = parts_of(sign)
    if not (0 <= vowel < VOWEL_COUNT and last in _LASTS):
        return ()
    firsts = _FIRSTS.split(" ")[first].split("/")
    return tuple("".join(part) for part in product(firsts, _MIDDLES.split(" ")[vowel].split("/"), _LASTS[last].split("/")))


@cache
def hangul() -> Table:
    """Every Korean syllable that may be part of a name from abroad."""
    return {sign: sounds for sign in map(chr, range(0xAC00, 0xD7A4)) if (sounds := syllable(sign))}
