"""Scripts are shown without a missing glyph wherever a font of the system has them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from workbench.desk import fonts
from workbench.desk.reading import glyphs as scripts
from workbench.desk.reading.view import ReadingView

SCRIPTS = {
    "Latin": (QFontDatabase.WritingSystem.Latin, "The ferry was stopped – “at once”, they said… ✓ ✕ ○"),
    "Ukrainian": (QFontDatabase.WritingSystem.Cyrillic, "Паром зупинили о дев’ятій; причина невідома, її з’ясовує ґрунтова комісія."),
    "Korean": (QFontDatabase.WritingSystem.Korean, "연락선이 월요일에 멈췄다고 항만 당국이 밝혔다."),
    "Arabic": (QFontDatabase.WritingSystem.Arabic, "توقفت العبّارة يوم الاثنين، وقالت سلطات الميناء إن السبب غير معروف."),
    "Thai": (QFontDatabase.WritingSystem.Thai, "เรือข้ามฟากหยุดเมื่อวันจันทร์ ท่าเรือกล่าว"),
    "Emoji": (QFontDatabase.WritingSystem.Symbol, "😀 ⛴ ⚠"),
}


@pytest.fixture
def view(qapp: QApplication) -> Iterator[ReadingView]:
    fonts.load()
    made = ReadingView()
    made.setFont(fonts.reading(fonts.SIZE + 2))
    made.resize(700, 300)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def glyphs(view: ReadingView) -> list[int]:
    """The number of every glyph drawn, 0 where the font has none."""
    found: list[int] = []
    block = view.document().begin()
    while block.isValid():
        layout = block.layout()
        for number in range(layout.lineCount()):
            for run in layout.lineAt(number).glyphRuns():
                found += run.glyphIndexes()
        block = block.next()
    return found


def has_font(sample: str, system: QFontDatabase.WritingSystem) -> bool:
    """Whether some font of this machine says that it has the script; for emoji, whether an emoji font is there."""
    if system is QFontDatabase.WritingSystem.Symbol:
        return any("emoji" in family.casefold() for family in QFontDatabase.families())
    return bool(QFontDatabase.families(system))


def test_there_are_fonts_at_all(qapp: QApplication) -> None:
    fonts.load()
    families = QFontDatabase.families()
    assert fonts.SERIF in families
    assert fonts.SANS in families


@pytest.mark.parametrize("script", SCRIPTS)
def test_script_has_no_missing_glyph_where_a_font_has_it(view: ReadingView, script: str) -> None:
    system, sample = SCRIPTS[script]
    view.show_text(sample, (), lambda _: (), script)
    QApplication.processEvents()
    drawn = glyphs(view)
    assert len(drawn) >= len(sample) // 3, "no glyph runs means that nothing was measured"
    if has_font(sample, system):
        assert drawn.count(0) == 0, f"{drawn.count(0)} of {len(drawn)} glyphs are missing in {script}"
    else:
        assert script not in ("Latin", "Ukrainian"), "the desk's own fonts have these"


WORDS = {
    "Hindi": "हिन्दी में समाचार", "Tamil": "தமிழ் செய்தி", "Bengali": "বাংলা সংবাদ", "Telugu": "తెలుగు వార్తలు", "Sinhala": "සිංහල පුවත්",
    "Khmer": "ខ្មែរ ព័ត៌មាន", "Gujarati": "ગુજરાતી", "Kannada": "ಕನ್ನಡ", "Malayalam": "മലയാളം", "Myanmar": "မြန်မာ", "Lao": "ລາວ", "Thai": "เรือ",
    "Georgian": "ქართული", "Armenian": "հայերեն", "Hebrew": "עברית",
}  # fmt: skip


@pytest.mark.parametrize("name", WORDS)
def test_a_script_that_no_font_has_is_named_with_a_font_that_helps(qapp: QApplication, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the machine has the font nothing is said; as if it had not, the language and a font are named."""
    fonts.load()
    script = next(iter(scripts.samples(WORDS[name])))
    system = getattr(QFontDatabase.WritingSystem, script)
    if scripts.missing(WORDS[name], fonts.SERIF) == "":
        assert QFontDatabase.families(system), f"nothing is said, and no font has {name}"
        monkeypatch.setattr(scripts, "can_show", lambda *_: False)
    told = scripts.missing(WORDS[name], fonts.SERIF)
    assert told.startswith(f"No font here for {name}")
    assert "Noto Sans" in told


def test_a_character_that_no_font_has_is_counted_as_missing(view: ReadingView) -> None:
    """The measure itself works: a code point that is not assigned has no glyph."""
    view.show_text("a\U0003ffffb", (), lambda _: (), "unassigned")
    QApplication.processEvents()
    assert 0 in glyphs(view)
