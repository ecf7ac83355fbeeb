"""Buttons, labels and notices of pages in other languages are set apart; the article's own lines are not."""

from __future__ import annotations

import pytest

from workbench.domain.vocabulary import ZoneKind
from workbench.importers.foreign_labels import FOREIGN_LABELS, FOREIGN_LISTINGS
from workbench.importers.zones import proposed

_AROUND = (
    "Der alte Hafen von Lindau",
    "Der Hafen wurde am Abend nach dem Sturm gesperrt, und die Boote blieben in der Bucht liegen.",
    "Am Morgen soll er wieder frei sein, wenn der Wind sich gelegt hat und das Wasser gesunken ist.",
)


def _kind(line: str, place: int = 1) -> ZoneKind:
    lines = list(_AROUND)
    lines.insert(place, line)
    text = "\n\n".join(lines)
    at = text.index(line)
    return next(zone.kind for zone in proposed(text)[0] if zone.start <= at + len(line) // 2 < zone.end)


@pytest.mark.parametrize(
    "line",
    [
        "Artikel teilen",
        "Partager l’article",
        "Ver más",
        "Mais lidas",
        "Ti potrebbe interessare",
        "Czytaj także",
        "Залишити коментар",
        "Больше новостей",
        "Çok okunanlar",
        "الأكثر قراءة",
        "پربازدیدها",
        "כתבות נוספות",
        "기사 공유하기",
        "あわせて読みたい",
        "猜你喜欢",
        "Lesezeit: 4 Minuten",
        "3 min de lecture",
        "Czas czytania: 2 min.",
        "12 Kommentare",
        "댓글 (3)",
        "Nous utilisons des cookies pour mesurer l’audience.",
        "Używamy plików cookies.",
        "Мы используем файлы cookie.",
        "Wszelkie prawa zastrzeżone",
        "Zobacz też: Jak miasto pomaga",
        "קראו גם: כך העיר עוזרת",
        "※ 여러분의 제보가 뉴스가 됩니다",
        "[이메일] desk@norvik.example",
    ],
)
def test_lines_of_the_page_are_set_apart_wherever_they_stand(line: str) -> None:
    assert _kind(line, 1) is _kind(line, 3) is ZoneKind.BOILERPLATE


@pytest.mark.parametrize(
    "line",
    [
        "Teilen will die Stadt das Geld mit dem Land.",
        "Les commentaires du maire ont surpris le conseil.",
        "Cookies backen die Kinder am Nachmittag in der Halle.",
        "Le temps de lecture est compté pour les élèves.",
        "Печать газеты остановили ночью.",
        "댓글을 단 주민은 열 명이었다.",
        "编辑部的人昨天离开了港口。",
    ],
)
def test_the_article_s_own_lines_stay(line: str) -> None:
    assert _kind(line, 2) is ZoneKind.BODY


def test_an_editor_is_credited_and_is_no_author() -> None:
    assert _kind("责任编辑：王芳", 3) is ZoneKind.CREDIT


def test_labels_are_as_they_are_compared() -> None:
    for label in FOREIGN_LABELS | FOREIGN_LISTINGS:
        assert label == " ".join(label.casefold().split())
