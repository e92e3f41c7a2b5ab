"""What an inexact date means."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from hypothesis import given

from publishing.dates import InexactDate
from tests.publishing.dates import inexact_dates, points

BOUNDS = [
    ("2025-12-13", "day", date(2025, 12, 13), date(2025, 12, 13)),
    ("2024-02", "month", date(2024, 2, 1), date(2024, 2, 29)),
    ("2025", "year", date(2025, 1, 1), date(2025, 12, 31)),
    ("2025-12-13~", "about", date(2025, 12, 10), date(2025, 12, 16)),
    ("2025-12~", "about", date(2025, 11, 1), date(2026, 1, 31)),
    ("2025~", "about", date(2024, 1, 1), date(2026, 12, 31)),
    ("../2025-12", "before", None, date(2025, 12, 31)),
    ("2025/..", "after", date(2025, 1, 1), None),
    ("2025-03-12/2025-05", "span", date(2025, 3, 12), date(2025, 5, 31)),
    ("XXXX", "unknown", None, None),
]
REFUSED = [
    "", "..", "/", "../..", "~", "2025-13", "2025-02-29", "2025-00", "2025-1-1", "1899", "2101",
    "20250101", "2025?", "2025~/2026", "../2025~", "2025/", "2025/2026/2027", "2025-12-13T00:00",
    "٢٠٢٥", "2025\n2026", "xxxx", "2025-XX", "-2025", "2025-12-13/2025-12-12",
]  # fmt: skip


@pytest.mark.parametrize(("value", "precision", "earliest", "latest"), BOUNDS)
def test_a_date_reaches_from_its_earliest_to_its_latest_day(value, precision, earliest, latest):
    read = InexactDate(value)
    assert (read.precision, read.earliest, read.latest) == (precision, earliest, latest)


@pytest.mark.parametrize("text", REFUSED)
def test_any_other_text_is_refused_with_a_sentence(text):
    with pytest.raises(ValidationError) as refusal:
        InexactDate.parse(text)
    assert refusal.value.messages[0].endswith(".")


@given(inexact_dates)
def test_a_date_reads_back_from_its_text(value):
    assert InexactDate.parse(str(value)) == value


@given(inexact_dates)
def test_the_earliest_day_is_not_after_the_latest(value):
    assert value.earliest is None or value.latest is None or value.earliest <= value.latest


@given(inexact_dates, inexact_dates)
def test_two_dates_are_in_order_or_can_be_equal_and_never_both(one, other):
    answers = [one.is_certainly_before(other), other.is_certainly_before(one), one.can_equal(other)]
    assert answers.count(True) == 1


@given(inexact_dates, inexact_dates)
def test_a_date_that_is_certainly_before_another_sorts_before_it(one, other):
    assert not one.is_certainly_before(other) or one.sort_key() < other.sort_key()


@given(inexact_dates)
def test_the_unknown_sorts_last(value):
    assert value.sort_key() <= InexactDate("XXXX").sort_key()


def test_a_month_can_be_equal_to_a_day_within_it():
    assert InexactDate("2025-12").can_equal(InexactDate("2025-12-13"))
    assert not InexactDate("2025-11").can_equal(InexactDate("2025-12-13"))


def test_the_api_gets_value_precision_and_bounds():
    assert InexactDate("../2025-12").as_json() == {
        "value": "../2025-12",
        "precision": "before",
        "earliest": None,
        "latest": "2025-12-31",
    }


@given(points)
def test_an_independent_reading_agrees_on_days_months_and_years(point):
    theirs = parse_edtf(point)
    ours = InexactDate(point)
    assert date(*theirs.lower_strict()[:3]) == ours.earliest
    assert date(*theirs.upper_strict()[:3]) == ours.latest


@given(inexact_dates)
def test_an_independent_reader_knows_every_form_we_write(value):
    try:
        assert parse_edtf(str(value))
    except EDTFParseException as error:
        raise AssertionError(f"{value} is not EDTF") from error
