"""Quantities: read in each language's own writing, and nothing read that counts nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.checks.reading.quantities import Dimension, Qualifier, Quantity, quantities

LANGUAGES = ("ar", "de", "en", "es", "fa", "fr", "he", "it", "ja", "ko", "pl", "pt", "ru", "tr", "uk", "zh")


def values(text: str, language: str) -> list[Decimal]:
    return [each.value for each in quantities(text, language)]


def only(text: str, language: str = "en") -> Quantity:
    (found,) = quantities(text, language)
    return found


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "Twenty-two sailors and two hundred and five dockers walked out", [22, 205]),
        ("en", "the yard lost $4m and €1.3bn, with 14k workers and 2.5m jobs gone", [4_000_000, 1_300_000_000, 14_000, 2_500_000]),
        ("en", "a dozen men, half a million people, a third of the crew", [12, 500_000, Decimal(1) / 3]),
        ("en", "a limit of 15mph over 3 square miles and 9 tonnes of salt", [15, 3, 9]),
        ("de", "Dreiundvierzig Boote, 1.250 Netze, 2,5 Millionen Euro, 7 Mrd. Liter", [43, 1250, 2500000, 7000000000]),
        ("de", "eine halbe Million Fische, ein Dutzend Kähne", [500000, 12]),
        ("fr", "soixante-douze marins, 1 250 filets, 2.400 barques", [72, 1250, 2400]),
        ("fr", "3,5 milliards d'euros, une dizaine de ports", [3500000000, 10]),
        ("es", "treinta y un barcos, 4.000 millones de euros, 5 mil 300 redes, medio millón de personas", [31, 4000000000, 5300, 500000]),
        ("pt", "vinte e dois barcos, 14.000 redes, 18,2 mil milhões de litros, R$ 3,5 bilhões", [22, 14000, 18200000000, 3500000000]),
        ("it", "ventuno barche, 16mila reti, 2,5 miliardi di euro, trecento pescatori", [21, 16000, 2500000000, 300]),
        ("ru", "двадцать два катера, 16 тыс. сетей, 1 млн 200 тыс. рублей, полтора миллиона тонн", [22, 16000, 1200000, 1500000]),
        ("uk", "двадцять два катери, 16 тис. сіток, 2,5 млрд гривень", [22, 16000, 2500000000]),
        ("pl", "dwadzieścia dwa kutry, 16 tys. sieci, 2,5 mld zł, 1 250 osób", [22, 16000, 2500000000, 1250]),
        ("tr", "yirmi iki tekne, 16 bin ağ, 1.250 kişi, yüzde 40", [22, 16000, 1250, 40]),
        ("ar", "اثنان وعشرون قاربا، ١٧ ألف شبكة، 1.5 مليون شخص، ١٬٢٥٠ شخصا", [22, 17000, 1500000, 1250]),
        ("fa", "بیست و دو قایق، ۱۶ هزار نفر، ۱٫۵ میلیون دلار", [22, 16000, 1500000]),
        ("he", "עשרים ושניים אנשים, 16 אלף איש, כ-1,250 תושבים", [22, 16000, 1250]),
        ("ja", "漁船二十二隻、住民1万6千人、2億3千万円、１２５０人", [22, 16000, 230000000, 1250]),
        ("zh", "二十二人，1.6万人，1.2万亿元，高30米，14个村庄", [22, 16000, 1200000000000, 30, 14]),
        ("ko", "어부 스물두 명, 주민 1만6천 명, 4만2000명, 1조2천억원, 195명", [22, 16000, 42000, 1200000000000, 195]),
    ],
)  # fmt: skip
def test_a_language_is_read_in_its_own_writing(language: str, text: str, wanted: list[int]) -> None:
    assert values(text, language) == wanted


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "at 6.10am, at around 7am, six o'clock, 18:10, at 6.10"),
        ("en", "on 3 May 2019, May 3rd, since 1959, in 2015-16, the 1950s, the 2016 elections, 2024-10-22, 3/4/2016"),
        ("en", "flight MH17, an F-16, a Boeing 737, Article 5, Ex. 3, Day 100, page 3, Windows 11, COVID-19"),
        ("en", "version 2.0.1, +44 20 7946 0958, 020 7946 0958, 555-1234, 192.168.1.1, #12, room 12"),
        ("en", "lost 3-1, a 2-3 defeat, 50-50, 24/7, 10 Downing Street, two years ago, no one, one of them, 1.500 nets"),
        ("de", "um 18.10 Uhr, am 6. Juni 2023, der 3. Platz, § 12, Hauptstraße 12, 3:1, im Jahr 2016, vor zwei Jahren, 030 12345678"),
        ("fr", "à 18 heures, à 18h30, le 1er juin, article 5, 12 rue des Lilas, en 2016, il y a deux ans"),
        ("es", "a las 18.10, el 6 de junio, artículo 5, hace dos años, en 2016"),
        ("ru", "в 18 часов, 6 июня 2023 года, статья 5, ул. Лесная, 12, два года назад"),
        ("pl", "o godz. 18.10, 6 czerwca 2023 r., art. 5 ust. 2, 10 lat temu"),
        ("tr", "saat 18.10'da, 6 Haziran'da, 3. Ordu, 7'nci gün, iki yıl önce"),
        ("ja", "午後6時10分、10月12日、6日、第5条、3位、20代の男性、三重県、四国、一人で、6年前"),
        ("zh", "下午6时10分，6月8日，第5条，5号，21世纪，2:1，四川省，两国"),
        ("ko", "오후 6시 10분, 6월 8일, 제5조, 3위, 20대 남성, 이 사람, 010-1234-5678, 6년 전"),
        ("", "1.500 boats, tank B12"),
        ("sv", "1,500 and 1.500"),
    ],
)
def test_what_counts_nothing_is_no_quantity(language: str, text: str) -> None:
    assert [each.words for each in quantities(text, language)] == []


class TestWhatIsCounted:
    def test_the_head_noun_and_whose_it_is(self) -> None:
        found = only("Some 1,500 North Norvik harbour guards crossed the river")
        assert (found.counted, found.owner, found.qualifier) == ("guards", "North Norvik harbour", Qualifier.ABOUT)

    @pytest.mark.parametrize(
        ("language", "text", "counted", "state"),
        [
            ("en", "seven people were killed", "people", "killed"), ("en", "seven dead", "", "killed"),
            ("en", "killing seven", "", "killed"),
            ("en", "the death toll rose to 12", "", "killed"), ("en", "injuring another 40", "", "injured"),
            ("en", "a two-mast schooner", "mast", ""), ("de", "es starben 12 Menschen", "menschen", "killed"),
            ("fr", "80 localités", "localités", ""), ("ru", "погибли 52 человека", "человека", "killed"),
            ("ja", "58人が負傷", "人", "injured"),
        ],
    )  # fmt: skip
    def test_what_became_of_them(self, language: str, text: str, counted: str, state: str) -> None:
        found = only(text, language)
        assert (found.counted, found.state) == (counted, state)

    def test_a_unit_an_age_a_temperature(self) -> None:
        speed, age, cold = quantities("doing 40mph, a 42-year-old man, at −5 °C", "en")
        assert (speed.unit, speed.dimension) == ("mph", Dimension.SPEED)
        assert (age.value, age.dimension) == (42, Dimension.AGE)
        assert (cold.value, cold.dimension) == (-5, Dimension.TEMPERATURE)


class TestBounds:
    @pytest.mark.parametrize(
        ("text", "low", "high", "qualifier"),
        [
            ("at least 40 nets", 40, None, Qualifier.AT_LEAST), ("more than 40 nets", 40, None, Qualifier.MORE_THAN),
            ("up to 40 nets", None, 40, Qualifier.AT_MOST), ("fewer than 40 nets", None, 40, Qualifier.FEWER_THAN),
            ("about 40 nets", 36, 44, Qualifier.ABOUT), ("nearly 40 nets", 36, 40, Qualifier.ABOUT), ("40 nets", 40, 40, Qualifier.EXACT),
            ("40 or more nets", 40, None, Qualifier.AT_LEAST), ("at least some 40 nets", 40, None, Qualifier.AT_LEAST),
        ],
    )  # fmt: skip
    def test_a_qualifier_leaves_bounds(self, text: str, low: int | None, high: int | None, qualifier: Qualifier) -> None:
        found = only(text)
        assert (found.low, found.high, found.qualifier) == (low, high, qualifier)

    @pytest.mark.parametrize("text", ["10 to 20 people", "10-20 people", "between 10 and 20 people", "10 or 20 people"])
    def test_both_ends_of_a_range_have_its_bounds(self, text: str) -> None:
        assert [(q.value, q.low, q.high) for q in quantities(text, "en")] == [(10, 10, 20), (20, 10, 20)]

    def test_a_rise_is_no_range(self) -> None:
        assert [(q.low, q.high) for q in quantities("it rose from 10 to 20", "en")] == [(10, 10), (20, 20)]

    def test_dozens_name_no_number(self) -> None:
        found = only("tens of thousands of people")
        assert (found.vague, found.low, found.high) == (True, 20000, None)


FORMS = {
    "en": ",",
    "de": ".",
    "fr": "\u202f",
    "es": ".",
    "it": ".",
    "pt": ".",
    "ru": "\u00a0",
    "uk": " ",
    "pl": " ",
    "tr": ".",
    "ko": ",",
    "ja": ",",
}
COUNTED = {"en": "people", "de": "Menschen", "fr": "personnes", "es": "personas", "it": "persone", "pt": "pessoas", "ru": "человек",
           "uk": "осіб", "pl": "osób", "tr": "kişi", "ko": "명", "ja": "人"}  # fmt: skip


@given(st.sampled_from(sorted(FORMS)), st.integers(1, 10**9))
def test_digits_in_a_languages_own_form_are_read_back(language: str, value: int) -> None:
    written = f"{value:,}".replace(",", FORMS[language])
    (found,) = quantities(f"{written}{'' if language in ('ko', 'ja') else ' '}{COUNTED[language]}", language)
    assert found.value == value
    assert found.counted == COUNTED[language].lower()


ONES = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
EINS = [
    "ein",
    "zwei",
    "drei",
    "vier",
    "fünf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "elf",
    "zwölf",
    "dreizehn",
    "vierzehn",
    "fünfzehn",
    "sechzehn",
    "siebzehn",
    "achtzehn",
    "neunzehn",
]
ZIG = ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]


def english(value: int) -> str:
    if value >= 1000:
        return f"{english(value // 1000)} thousand {english(value % 1000)}".strip()
    if value >= 100:
        return f"{english(value // 100)} hundred" + (f" and {english(value % 100)}" if value % 100 else "")
    if value < 20:
        return ONES[value - 1] if value else ""
    return TENS[value // 10 - 2] + (f"-{ONES[value % 10 - 1]}" if value % 10 else "")


def german(value: int) -> str:
    if value >= 1000:
        return f"{german(value // 1000)}tausend{german(value % 1000)}"
    if value >= 100:
        return f"{EINS[value // 100 - 1]}hundert{german(value % 100)}"
    if value < 20:
        return EINS[value - 1] if value else ""
    return (f"{EINS[value % 10 - 1]}und" if value % 10 else "") + ZIG[value // 10 - 2]


@given(st.integers(2, 999_999))
def test_numbers_in_words_are_read_back(value: int) -> None:
    assert values(f"{english(value)} people", "en") == [value]
    if value % 100 != 1:  # "hunderteins": the last part has another form
        assert values(f"{german(value)} Menschen", "de") == [value]


PIECES = st.sampled_from(
    ["1", "12", "1,500", "3.5", "two", "hundred", "dozen", "and", "to", "-", " ", "\n", "m", "%", "$", "people", "zwei", "und", "тыс", "万",
     "人",
     "명", "١٢", "of", "half", "a", "(", ")", ".", ",", "é", "\u0301", "\u200c", "\U0001f6a2", "６", "½", "'", "°C"]
)  # fmt: skip


@given(st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=40).map("".join)), st.sampled_from((*LANGUAGES, "", "xx")))
def test_no_text_raises_and_every_span_is_exact(text: str, language: str) -> None:
    last = 0
    for found in quantities(text, language):
        assert last <= found.span.start < found.span.end <= len(text)
        assert found.words == " ".join(text[found.span.start : found.span.end].split())
        if found.counted_span is not None:
            assert text[found.counted_span.start : found.counted_span.end].lower().replace("’", "'")[:1] == found.counted[:1]
        last = found.span.start


@given(st.lists(st.integers(100, 9999), min_size=3, max_size=5), st.sampled_from([" ", "-", "."]), st.sampled_from(LANGUAGES))
def test_telephone_numbers_and_versions_are_no_figures(parts: list[int], sign: str, language: str) -> None:
    number = "0" + sign.join(map(str, parts)) if sign != "." else ".".join(str(part % 10 + 1) for part in parts)
    assert values(f"({number})", language) == []


@pytest.mark.parametrize("piece", ["7", "7 ", "1,", "two ", "1-", "hundred thousand ", "万", "两", "a", "1.", "(5) ", "zwei", "5 to "])
def test_a_long_row_of_one_thing_costs_no_more_than_its_length(piece: str) -> None:
    """No time is measured: what is not linear in these does not end within the suite's limit."""
    for language in ("en", "de", "zh"):
        quantities(piece * (20_000 // len(piece)), language)
