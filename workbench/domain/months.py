"""Names of months: as the desk writes them, and as people and pages write them in the languages that are read."""

from __future__ import annotations

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
SHORT = tuple(name[:3] for name in MONTHS)
MONTH_OF = {
    name: number
    for number, names in enumerate(
        (
            "january jan janvier januar enero janeiro gennaio января січня",
            "february feb février februar febrero fevereiro febbraio февраля лютого",
            "march mar mars märz marzo março марта березня",
            "april apr avril abril aprile апреля квітня",
            "may mai mayo maio maggio мая травня",
            "june jun juin juni junio junho giugno июня червня",
            "july jul juillet juli julio julho luglio июля липня",
            "august aug août agosto августа серпня",
            "september sept sep septembre septiembre setembro settembre сентября вересня",
            "october oct octobre oktober octubre outubro ottobre октября жовтня",
            "november nov novembre noviembre novembro ноября листопада",
            "december dec décembre dezember diciembre dezembro dicembre декабря грудня",
        ),
        start=1,
    )
    for name in names.split()
}
"""The number of a month by its name in small letters."""
PATTERN = "|".join(sorted(MONTH_OF, key=len, reverse=True))
"""Any of these names, the longest first."""
