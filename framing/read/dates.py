"""The day of publication, out of whatever a column says."""

from __future__ import annotations

import math
import re
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_YEAR_FIRST = re.compile(rf"{_YEAR}[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}})(?!\d)")
_DAY_FIRST = re.compile(rf"\b{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}\b", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b", re.IGNORECASE)
_EPOCH = re.compile(r"-?\d{9,13}(?:\.\d+)?")
_LONGEST = 100


def parse_date(value: object) -> date | None:
    """The day `value` names, as written there; None when it cannot be told.

    ISO 8601, RFC 2822 and days in English words are understood, and seconds or milliseconds since 1970 (in UTC).
    ``03/04/2022`` is not: it is March in one country and April in the next.

    Parameters
    ----------
    value : object
        A string, a number, or a date or datetime.

    Examples
    --------
    >>> parse_date("Wed, 12 Jan 2022 23:10:00 -0500"), parse_date("January 12th, 2022"), parse_date("03/04/2022")
    (datetime.date(2022, 1, 12), datetime.date(2022, 1, 12), None)
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float):
        return None if isinstance(value, bool) else _from_epoch(value)
    if not isinstance(value, str):
        return None
    written = value.strip()[:_LONGEST]
    if not written.isascii() or not any(character.isdigit() for character in written):
        return None
    if _EPOCH.fullmatch(written):
        return _from_epoch(float(written))
    return _from_iso(written) or _from_mail(written) or _from_words(written)


def _from_epoch(number: float) -> date | None:
    if not math.isfinite(number):
        return None
    seconds = number / 1000 if abs(number) >= 1e11 else number
    if not 1e8 <= seconds < 4.2e9:  # 1973 to 2103: anything else is a number of some other kind
        return None
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)).date()


def _from_iso(written: str) -> date | None:
    try:
        return datetime.fromisoformat(written).date()
    except ValueError:
        found = _YEAR_FIRST.match(written)
        return _day(found["year"], int(found["month"]), found["day"]) if found else None


def _from_mail(written: str) -> date | None:
    try:
        return parsedate_to_datetime(written).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _from_words(written: str) -> date | None:
    found = _DAY_FIRST.search(written) or _MONTH_FIRST.search(written)
    return _day(found["year"], _MONTHS[found["month"].lower()], found["day"]) if found else None


def _day(year: str, month: int, day: str) -> date | None:
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None
