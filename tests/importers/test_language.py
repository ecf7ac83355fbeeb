"""The language by script and small words, with its confidence."""

from __future__ import annotations

import pytest

from workbench.domain.vocabulary import Confidence
from workbench.importers.language import language_of


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The ferry did not leave the harbour on Monday, and the crew said that it was waiting for the wind to turn."),
        ("fr", "Le ferry n'a pas quitté le port lundi et les marins ont dit que le vent était trop fort pour sortir avec la marée."),
        ("de", "Die Fähre hat den Hafen am Montag nicht verlassen, und die Mannschaft sagte, dass der Wind für das Schiff zu stark ist."),
        ("es", "El transbordador no salió del puerto el lunes y los marineros dijeron que el viento era muy fuerte para la marea."),
        (
            "it",
            "Il traghetto non è uscito dal porto lunedì e i marinai hanno detto che il vento era troppo forte per la marea del mattino.",
        ),
        ("pt", "A balsa não saiu do porto na segunda-feira e os marinheiros disseram que o vento não era bom para uma saída com a maré."),
        ("ru", "Паром не вышел из гавани в понедельник, и моряки сказали, что ветер был слишком сильным для выхода."),
        ("uk", "Пором не вийшов із гавані в понеділок, і моряки сказали, що вітер був надто сильним для виходу та що вони чекають."),
        ("ar", "لم تغادر العبارة الميناء يوم الاثنين وقال البحارة إن الرياح كانت قوية على السفينة التي كان من المقرر أن تغادر إلى الجزيرة"),
        ("fa", "کشتی روز دوشنبه از بندر خارج نشد و ملوانان گفتند که باد برای این سفر به جزیره بسیار شدید است و باید تا فردا صبر کرد"),
        ("he", "המעבורת לא יצאה מהנמל ביום שני והמלחים אמרו שהרוח חזקה מדי"),
        ("ko", "여객선은 월요일에 항구를 떠나지 못했고 선원들은 바람이 너무 강하다고 말했다"),
        ("ja", "フェリーは月曜日に港を出なかった。船員は風が強すぎると述べた。"),
        ("zh", "渡轮周一没有离开港口，船员说风太大，要等到明天早上才能出发。"),
        ("th", "เรือข้ามฟากไม่ได้ออกจากท่าเรือเมื่อวันจันทร์"),
        ("el", "Το πλοίο δεν έφυγε από το λιμάνι τη Δευτέρα"),
    ],
)
def test_a_paragraph_tells_its_language(code: str, text: str) -> None:
    found = language_of(text)
    assert found.value == code, found
    assert found.confidence in (Confidence.HIGH, Confidence.MODERATE)
    assert found.basis


@pytest.mark.parametrize("text", ["", "12:30 – 14:45", "Ferry", "Xyzzy plugh frotz gnusto rezrov blorb yomin"])
def test_a_language_is_never_invented(text: str) -> None:
    found = language_of(text)
    assert found.value is None
    assert found.confidence is None
    assert found.basis


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Köprü fırtınadan önce kapatıldı. Sular çekilince açılacağını söyledi.", "tr"),
        ("Młyn spłonął. Właściciel żąda odszkodowań.", "pl"),
        ("Міст закрито. Її знайшли, є загиблі, їхні імена відомі.", "uk"),
        ("Мельница сгорела. Рыбаки вышли: был взрыв, это слышали все.", "ru"),
    ],
)
def test_a_few_sentences_are_told_by_letters_that_one_language_alone_has(text: str, code: str) -> None:
    assert language_of(text).value == code


def test_letters_of_two_languages_tell_nothing() -> None:
    assert language_of("Młyn łódź żaba. Fırtınadan açılacağını kapatıldı.").value is None
