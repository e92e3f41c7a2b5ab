"""Dates as people write and read them."""

from contextlib import suppress

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from publishing.dates import InexactDate
from publishing.dates.fields import InexactDateFormField
from publishing.dates.parser import read_friendly
from publishing.languages import LANGUAGES
from tests.publishing.dates import inexact_dates

WORDS = [
    ("2025-12-13", "en", "13 December 2025"),
    ("2025-12", "en", "December 2025"),
    ("2025~", "en", "about 2025"),
    ("../2025-12-13", "en", "not after 13 December 2025"),
    ("2026-03-12/..", "en", "12 March 2026 or later"),
    ("2025-03-12/2025-05-02", "en", "12 March 2025 – 2 May 2025"),
    ("XXXX", "en", "unknown"),
    ("2025-12-13", "be", "13 снежня 2025 г."),
    ("2025-12", "be", "снежань 2025 г."),
    ("2025-12~", "be", "каля снежня 2025 г."),
    ("../2025-12", "be", "не пазней за снежань 2025 г."),
    ("2026-03-12/..", "be", "не раней за 12 сакавіка 2026 г."),
    ("XXXX", "be", "невядома"),
    ("2025-12-13", "ru", "13 декабря 2025 г."),
    ("../2025-12", "ru", "не позднее декабря 2025 г."),
    ("2025~", "ru", "около 2025 г."),
    ("2025-12-13", "lt", "2025 m. gruodžio 13 d."),
    ("2025-12", "pl", "grudzień 2025"),
    ("../2025-12", "uk", "не пізніше грудня 2025 р."),
    ("2025-12-13~", "de", "um den 13. Dezember 2025"),
]
WRITTEN = [
    ("13.12.2025", "2025-12-13"),
    ("3.2.2025", "2025-02-03"),
    ("13 December 2025", "2025-12-13"),
    ("December 13, 2025", "2025-12-13"),
    ("  december   2025 ", "2025-12"),
    ("снежань 2025", "2025-12"),
    ("декабрь 2025", "2025-12"),
    ("13 декабря 2025 года", "2025-12-13"),
    ("12.2025", "2025-12"),
    ("2025 г.", "2025"),
    ("about 2025", "2025~"),
    ("прыкладна 13.12.2025", "2025-12-13~"),
    ("before 2025-12-13", "../2025-12-13"),
    ("да 13 снежня 2025", "../2025-12-13"),
    ("after December 2025", "2025-12/.."),
    ("с мая 2024", "2024-05/.."),
    ("from 2024 to May 2025", "2024/2025-05"),
    ("2024–2025", "2024/2025"),
    ("Unknown", "XXXX"),
    ("неизвестно", "XXXX"),
    ("xxxx", "XXXX"),
]
MEANINGLESS = ["31.02.2025", "13 Brumaire 2025", "December", "12/13/2025", "about", "1.1.1899", "?"]


@pytest.mark.parametrize(("value", "language", "words"), WORDS)
def test_a_date_is_told_in_the_readers_language(value, language, words):
    assert InexactDate(value).in_words(language) == words


@pytest.mark.parametrize(("text", "value"), WRITTEN)
def test_a_date_is_understood_as_people_write_it(text, value):
    assert read_friendly(text).value == value


@given(inexact_dates, st.sampled_from(LANGUAGES))
def test_what_is_shown_reads_back_as_the_same_date(value, language):
    assert read_friendly(value.in_words(language)) == value


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(text):
    with suppress(ValidationError):
        assert isinstance(read_friendly(text), InexactDate)


@pytest.mark.parametrize("text", MEANINGLESS)
def test_a_form_says_what_can_be_written(text):
    with pytest.raises(ValidationError, match="13 December 2025 or 2025-12-13"):
        InexactDateFormField().clean(text)


def test_a_span_that_ends_before_it_starts_is_named_as_such():
    with pytest.raises(ValidationError, match="ends before it starts"):
        read_friendly("from May 2025 to 2024")


def test_a_form_shows_words_and_sees_no_change_in_them():
    field = InexactDateFormField()
    with translation.override("be"):
        shown = field.prepare_value(InexactDate("2025-12"))
    assert shown == "снежань 2025 г."
    assert not field.has_changed(InexactDate("2025-12"), shown)
    assert field.has_changed(InexactDate("2025-12"), "2025-11")


def test_an_empty_form_field_is_no_date():
    assert InexactDateFormField(required=False).clean(" ") is None
