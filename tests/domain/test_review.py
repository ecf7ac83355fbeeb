"""What comes back: on its day, and a forecast when its date has come (invariant 6); and days as spans."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.domain.values import claim
from workbench.domain.days import day_span
from workbench.domain.review import is_due
from workbench.domain.statuses import Status
from workbench.domain.vocabulary import ClaimKind

TODAY = date(2026, 10, 21)


@pytest.mark.parametrize(
    ("review_on", "due"), [("", False), ("2026-10-20", True), ("2026-10-21", True), ("2026-10-22", False), ("soon", False)]
)
def test_review_on_brings_a_claim_back_on_its_day(review_on: str, due: bool) -> None:
    for status in Status:
        assert is_due(replace(claim(), review_on=review_on, status=status, event_date=""), TODAY) is due


@pytest.mark.parametrize(
    ("kind", "status", "event_date", "due"),
    [
        (ClaimKind.PREDICTION, Status.UNCONFIRMED, "2026-10-21", True),
        (ClaimKind.PLAN, Status.OPEN, "2026-10-01", True),
        (ClaimKind.PREDICTION, Status.UNCONFIRMED, "2026-10-22", False),
        (ClaimKind.PREDICTION, Status.UNCONFIRMED, "2026-10-01/2026-10-22", False),
        (ClaimKind.PREDICTION, Status.UNCONFIRMED, "2026-10", False),
        (ClaimKind.PREDICTION, Status.UNCONFIRMED, "2026-09", True),
        (ClaimKind.PREDICTION, Status.UNCONFIRMED, "", False),
        (ClaimKind.PREDICTION, Status.CONFIRMED, "2026-10-01", False),
        (ClaimKind.PLAN, Status.DENIED, "2026-10-01", False),
        (ClaimKind.EVENT, Status.UNCONFIRMED, "2026-10-01", False),
    ],
)
def test_a_forecast_comes_back_when_its_date_has_come(kind: ClaimKind, status: Status, event_date: str, due: bool) -> None:
    assert is_due(replace(claim(), kind=kind, status=status, event_date=event_date, review_on=""), TODAY) is due


@pytest.mark.parametrize(
    ("value", "span"),
    [
        ("2024-10-21", (date(2024, 10, 21), date(2024, 10, 21))),
        ("2024-10-21T23:59:59Z", (date(2024, 10, 21), date(2024, 10, 21))),
        ("2024-10-08/2024-10-13", (date(2024, 10, 8), date(2024, 10, 13))),
        ("2024-02", (date(2024, 2, 1), date(2024, 2, 29))),
        ("2023-08/2024-10", (date(2023, 8, 1), date(2024, 10, 31))),
        ("2024", (date(2024, 1, 1), date(2024, 12, 31))),
        ("2024-10-13/2024-10-08", None),
        ("2024-02-30", None), ("early October", None), ("", None), ("2024-10-01/2024-10-02/2024-10-03", None),
    ],
)  # fmt: skip
def test_days_as_spans(value: str, span: tuple[date, date] | None) -> None:
    assert day_span(value) == span
