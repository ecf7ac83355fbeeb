"""Agencies, days, authors and sentences in the forms that papers of other languages print them in."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.vocabulary import Field
from workbench.importers.bylines import byline
from workbench.importers.calendars import solar_day
from workbench.importers.dates import iso_date
from workbench.importers.metadata import guessed
from workbench.importers.sentences import sentence_spans
from workbench.importers.signatures import last_line_name, signature, signed_within
from workbench.importers.zones import proposed


def _guess(text: str, field: Field) -> str | None:
    return guessed(text, proposed(text)[0])[field].value


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("박서준 기자", ("박서준",)),
        ("박서준·이하은 기자 desk@norvik.example", ("박서준", "이하은")),
        ("[부산=뉴시스] 박서준 기자 = ", ("박서준",)),
        ("【佐藤健一】", ("佐藤健一",)),
        ("（佐藤健一、鈴木美咲）", ("佐藤健一", "鈴木美咲")),
        ("佐藤健一記者", ("佐藤健一",)),
        ("记者 李华", ("李华",)),
        ("文／李华 陈静", ("李华", "陈静")),
        ("〔記者陳美玲／台北報導〕", ("陳美玲",)),
        ("사진 기자", ()),
        ("【写真特集】", ()),
        ("【共同】", ()),
        ("记者编辑部", ()),
        ("기자 회견이 열렸다", ()),
    ],
)
def test_east_asian_signatures(line: str, names: tuple[str, ...]) -> None:
    assert signature(line) == names


def test_names_are_read_inside_a_paragraph_s_edges() -> None:
    assert signed_within("(부산=연합뉴스) 박서준 기자 = 항구가 폭풍 뒤 통제됐다.") == ("박서준",)
    assert signed_within("港は朝に開く。（佐藤健一）") == ("佐藤健一",)
    assert signed_within("港は朝に開く（予定）") == ()


@pytest.mark.parametrize(
    ("line", "is_name"), [("Lucie MOREAU", True), ("Jean-Paul de SANTIS", True), ("Le Monde", False), ("Info AFP", False)]
)
def test_a_last_line_with_a_family_name_in_capitals_is_a_signature(line: str, is_name: bool) -> None:
    assert bool(last_line_name(line)) is is_name


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Haber: Mehmet Yılmaz", ("Mehmet Yılmaz",)),
        ("كتبت: ليلى منصور", ("ليلى منصور",)),
        ("بقلم ليلى منصور", ("ليلى منصور",)),
        ("خبرنگار: مریم احمدی", ("مریم احمدی",)),
        ("מאת: דנה לוי", ("דנה לוי",)),
        ("Oprac. Anna Nowak", ("Anna Nowak",)),
        ("A cura di Paolo Conti", ("Paolo Conti",)),
    ],
)
def test_bylines_led_by_words_of_other_languages(line: str, names: tuple[str, ...]) -> None:
    found = byline(line)
    assert found is not None
    assert found.names == names


@pytest.mark.parametrize("line", ["Haber: yollar kapandı", "كتب الرئيس رسالة طويلة إلى المجلس أمس", "Tekst: nowa ustawa o wodzie"])
def test_other_lines_are_no_bylines(line: str) -> None:
    assert byline(line) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("5/abr/2023 - 10:15", "2023-04-05"),
        ("5 квітень 2023, 10:15", "2023-04-05"),
        ("5 апрель 2023", "2023-04-05"),
        ("5 Nis 2023", "2023-04-05"),
        ("5 kwi 2023", "2023-04-05"),
        ("5 באפריל 2023", "2023-04-05"),
        ("الأربعاء 5 أبريل/نيسان 2023", "2023-04-05"),
        ("۱۶ فروردین ۱۴۰۲", "2023-04-05"),
        ("۱۴۰۲/۰۱/۱۶ ساعت", "2023-04-05"),
        ("令和5年4月5日", "2023-04-05"),
        ("民國112年4月5日", "2023-04-05"),
        ("۳۱ اسفند ۱۴۰۲", None),
        ("1402/01/16", None),
    ],
)
def test_days_in_the_forms_of_other_languages(text: str, day: str | None) -> None:
    assert iso_date(text) == day


@given(st.integers(0, 36_000))
def test_every_day_of_the_iranian_calendar_follows_the_one_before(after: int) -> None:
    known = {(1399, 12, 30): "2021-03-20", (1403, 12, 30): "2025-03-20", (1357, 11, 22): "1979-02-11", (1400, 1, 1): "2021-03-21"}
    assert all(solar_day(*day) == told for day, told in known.items())
    year, rest = 1345 + after // 366, after % 366
    month, day = (rest // 31 + 1, rest % 31 + 1) if rest < 186 else ((rest - 186) // 30 + 7, (rest - 186) % 30 + 1)
    here = solar_day(year, month, day)
    following = solar_day(year, month, day + 1) or solar_day(year, month + 1, 1) or solar_day(year + 1, 1, 1)
    if here and following:
        assert date.fromisoformat(following) - date.fromisoformat(here) == timedelta(days=1)


_STORY = "Title of the day\n\n{first}\n\nThe boats stay where they are until the wind has gone down."


@pytest.mark.parametrize(
    ("first", "wire"),
    [
        ("Norvik, 5 apr 2023 21:40 - (Agenzia Nova) - Il porto è chiuso per la tempesta.", "Agenzia Nova"),
        ("НОРВИК, 5 апр - РИА Новости. Порт закрыт после бури.", "RIA Novosti"),
        ("(부산=연합뉴스) 박서준 기자 = 항구가 폭풍 뒤 통제됐다.", "Yonhap"),
    ],
)
def test_agencies_in_the_datelines_of_other_languages(first: str, wire: str) -> None:
    assert _guess(_STORY.format(first=first), Field.WIRE) == wire


@pytest.mark.parametrize(("last", "wire"), [("منبع: ایسنا", "ISNA"), ("מקור: רויטרס", "Reuters"), ("港は閉じた。（時事）", "Jiji")])
def test_agencies_behind_the_text(last: str, wire: str) -> None:
    assert _guess(_STORY.format(first="The port is closed.") + f"\n\n{last}", Field.WIRE) == wire


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("항구가 닫혔습니다.배가 돌아왔어요.끝났다.", ["항구가 닫혔습니다.", "배가 돌아왔어요.", "끝났다."]),
        ("她说：“港口关闭。船还在。”市长没有回答。", ["她说：“港口关闭。船还在。”", "市长没有回答。"]),
        ("港口关闭。船还在。", ["港口关闭。", "船还在。"]),
    ],
)
def test_sentences_end_where_they_do(text: str, sentences: list[str]) -> None:
    assert [text[span.start : span.end] for span in sentence_spans(text)] == sentences
