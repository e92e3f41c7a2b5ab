"""A figure is said as it was said (public.md part one A3, A15)."""

import pytest
from django.utils.translation import override

from releases.charts.number_words import format_amount
from releases.ledger import ClaimKey, ClaimSubject, Range
from releases.presenters.amounts import as_amount, format_figure

KEY = ClaimKey(subject=ClaimSubject("country", "BY"), measure="held")
SAID = {
    "more than 1,100": Range(1100, None, is_low_strict=True),
    "at least 1,131": Range(1131, None),
    "fewer than 20": Range(None, 20, is_high_strict=True),
    "at most 20": Range(None, 20),
    "about 1,000": Range(1000, 1000, is_approximate=True),
    "114–115": Range(114, 115),
}


@pytest.mark.parametrize(("words", "range_"), SAID.items())
def test_a3_page_and_picture_say_a_bound_as_it_was_said(words, range_):
    assert format_figure(range_, KEY, "en") == words
    assert format_amount(as_amount(range_), "en") == words


def test_a3_the_span_of_a_strict_bound_and_a_figure_keeps_its_words():
    assert format_figure(Range(1100, 1140, is_low_strict=True), KEY, "en") == (
        "more than 1,100, up to 1,140"
    )


@pytest.mark.parametrize(("language", "words"), [("be", "больш за 1 100"), ("ru", "более 1 100")])
def test_a3_so_do_the_other_languages(language, words):
    with override(language):
        found = format_figure(SAID["more than 1,100"], KEY, language)
    assert found.replace("\N{NO-BREAK SPACE}", " ") == words
