"""Texts in the encodings before Unicode come back as they were written, in one sentence and in several."""

from __future__ import annotations

import random
import time
import unicodedata

import pytest

from tests.importers.sentences_in_languages import SENTENCES
from workbench.domain.errors import ImportRefused
from workbench.importers.decoding import decoded
from workbench.importers.old_encodings import guesses
from workbench.importers.unmarked_unicode import unmarked_unicode

CASES = [(language, codec) for language, (codecs, _) in SENTENCES.items() for codec in codecs.split()]
AMBIGUOUS = {
    # One or two letters beyond ASCII in an encoding that hardly any file is in: read in the usual one they make a word, too.
    ("fi", "cp850", "Leivän hinta nousee, kertoo ministeriö tiedotteessaan."),
    ("et", "cp775", "Leiva hind tõuseb, teatas ministeerium."),
    ("pl", "cp852", "Pożar ugaszono."),
    ("hr", "mac-latin2", "Pekar s trga zatvara dućan nakon četrdeset godina."),
    ("hr", "mac-latin2", "Ribari se nadaju da će idući tjedan biti ljepše vrijeme."),
    ("hr", "mac-latin2", "Cijena kruha raste, priopćilo je ministarstvo poljoprivrede."),
    ("sl", "mac-latin2", "Pek s trga po štiridesetih letih zapira trgovino."),
    ("sl", "cp852", "Pek s trga po štiridesetih letih zapira trgovino."),
    ("sl", "iso8859-16", "Cena kruha raste, je sporočilo ministrstvo za kmetijstvo."),
    # The capital that begins the sentence is a dash in windows-1251; all other letters are the same.
    ("ru", "mac-cyrillic", "Цены на хлеб растут, сообщило министерство."),
}


def encoded(text: str, codec: str) -> bytes:
    """The bytes of a text; windows-1258 has the tones of Vietnamese as marks behind the letter."""
    return "".join(map(_toned, text)).encode(codec) if codec == "cp1258" else text.encode(codec)


def _toned(letter: str) -> str:
    if letter.encode("cp1258", errors="ignore"):
        return letter
    parts = unicodedata.normalize("NFD", letter)
    tone = next(mark for mark in parts if mark in "\u0300\u0301\u0303\u0309\u0323")
    return unicodedata.normalize("NFC", parts.replace(tone, "")) + tone


@pytest.mark.parametrize(("language", "codec"), CASES)
def test_several_sentences_come_back_as_they_were_written(language: str, codec: str) -> None:
    sentences = SENTENCES[language][1]
    for between in (" ", "\n\n"):
        data = encoded(between.join(sentences), codec)
        assert decoded(data, "a.txt").text == data.decode(codec)


@pytest.mark.parametrize(("language", "codec"), CASES)
def test_one_sentence_comes_back_where_its_letters_can_tell(language: str, codec: str) -> None:
    for sentence in SENTENCES[language][1]:
        data = encoded(sentence, codec)
        assert (decoded(data, "a.txt").text == data.decode(codec)) is ((language, codec, sentence) not in AMBIGUOUS)


@pytest.mark.parametrize(("language", "codec"), [case for case in CASES if case[1] not in ("iso2022_jp", "iso2022_kr", "hz")])
def test_a_guess_is_always_said(language: str, codec: str) -> None:
    found = decoded(encoded(" ".join(SENTENCES[language][1]), codec), "a.txt")
    assert found.basis.startswith("guessed from the bytes")
    assert found.warnings[0].startswith("The encoding was guessed")


def test_another_encoding_that_fits_nearly_as_well_is_named() -> None:
    data = "Цены на хлеб растут, сообщило министерство.".encode("mac-cyrillic")
    found = decoded(data, "a.txt")
    assert found.encoding == "cp1251"
    assert any("It may as well be mac-cyrillic, which gives other letters" in warning for warning in found.warnings)
    assert decoded(data, "a.txt", encoding="mac-cyrillic").warnings == ()


def test_a_text_that_only_one_encoding_makes_words_of_names_no_other() -> None:
    sentences = " ".join(SENTENCES["tr"][1])
    (warning,) = decoded(sentences.encode("cp1254"), "a.txt").warnings
    assert "as well" not in warning


def test_letters_that_stand_in_one_place_of_a_long_text_decide_between_close_encodings() -> None:
    body = " ".join(SENTENCES["el"][1][:3]) + "\n"
    text = body * 400 + "Στον δρόμο για τον Άγιο Νικόλαο.\n" + body * 400
    assert decoded(text.encode("iso8859-7"), "a.txt").text == text
    assert decoded(text.encode("cp1253"), "a.txt").text == text


def test_mark_up_is_left_aside_but_never_the_text_in_it() -> None:
    text = '<p class="x">' + "</p>\n<p>".join(SENTENCES["cs"][1]) + "</p><![CDATA[ žluť ]]>"
    assert decoded(text.encode("iso8859-2"), "a.txt").text == text
    only = '<img alt="Žlutý kůň a šťastné dítě běží přes řeku">'
    assert decoded(only.encode("cp1250"), "a.txt").text == only


@pytest.mark.parametrize("codec", ["iso2022_jp", "iso2022_kr", "hz"])
def test_escapes_are_recognised_before_they_pass_as_utf8(codec: str) -> None:
    language = {"iso2022_jp": "ja", "iso2022_kr": "ko", "hz": "zh-Hans"}[codec]
    text = "A note.\n" + "\n".join(SENTENCES[language][1])
    found = decoded(text.encode(codec), "a.txt")
    assert (found.text, found.encoding) == (text, codec)
    assert found.basis.startswith("the escapes of ")


def test_half_of_an_escaped_file_is_read_and_what_is_lost_is_said() -> None:
    data = SENTENCES["ja"][1][0].encode("iso2022_jp") * 20
    found = decoded(data[:-4] + b"\x1b$B!", "a.txt")
    assert found.encoding.startswith("iso2022_jp")
    assert "could not be read" in found.warnings[0]


@pytest.mark.parametrize("text", ["\x1b[1mbold\x1b[0m and \x1b(B plain", "if (~{a} & b) ~} else", "call ~{ me", "cost: \x1b$ 5"])
def test_other_escapes_and_tildes_stay_what_they_are(text: str) -> None:
    assert decoded(text.encode(), "a.txt")[:3] == (text, "utf-8", "valid UTF-8")


@pytest.mark.parametrize("language", ["de", "ru", "uk", "el", "he", "ar", "th"])
@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_utf16_and_utf32_of_every_alphabet_need_no_mark(language: str, codec: str) -> None:
    text = " ".join(f"({sentence})" for sentence in SENTENCES[language][1])
    found = decoded(text.encode(codec), "a.txt")
    assert (found.text, found.encoding) == (text, codec)


def test_other_data_with_nuls_is_no_unicode() -> None:
    assert unmarked_unicode(b"\x7fELF" + b"\x00\x01\x02\x03" * 200) is None
    assert unmarked_unicode(bytes(4000)) is None


def test_bytes_thrown_together_are_refused_and_take_no_time() -> None:
    chance = random.Random(7)
    for size in (3_000, 300_000):
        data = bytes(chance.randrange(32, 256) for _ in range(size))
        started = time.perf_counter()
        with pytest.raises(ImportRefused, match="its encoding could not be found"):
            decoded(data, "a.txt")
        assert time.perf_counter() - started < 5


@pytest.mark.parametrize("piece", [b"a", b"<", b"<a", b"\xe9", b"'", b".a", b"\xe9<", b"~{", b"\x1b$"])
def test_what_repeats_without_end_takes_no_time(piece: bytes) -> None:
    started = time.perf_counter()
    decoded(piece * 100_000 + b" un caf\xe9", "a.txt")
    assert time.perf_counter() - started < 5


def test_guesses_come_the_most_plausible_first_and_each_text_once() -> None:
    found = guesses(SENTENCES["fr"][1][0].encode("cp1252"))
    assert found[0].codec == "cp1252"
    assert [guess.cost for guess in found] == sorted(guess.cost for guess in found)
    assert len({guess.text for guess in found}) == len(found)
