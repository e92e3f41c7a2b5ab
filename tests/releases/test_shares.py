"""public.md part one A13, part two A 1: a partial sum is a share, and no "=" is empty."""

import pytest
from django.template.loader import render_to_string

from publishing.languages import Text
from releases.ledger import LedgerSumPart, Range
from releases.presenters.sums import add_parts
from tests.releases import pages


@pytest.mark.parametrize(
    ("is_share", "result", "words"),
    [
        (True, "168", "168 women That is 168 of 1,374 (Held)."),
        (False, "168", "168 women = 168 Total stated: 1,374 (Held) agrees"),
        (True, "", "168 women Total stated: 1,374 (Held)"),
    ],
)
def test_only_a_whole_sum_agrees(is_share: bool, result: str, words: str) -> None:
    told = {
        "parts": [{"is_minus": False, "value": "168", "label": "women"}],
        "is_share": is_share,
        "result": result,
        "total": "1,374",
        "total_label": "Held",
        "agreement": "agree",
        "explanation": Text("", ""),
    }
    page = render_to_string("_components/sum.html", {"sum": told, "language": "en"})
    assert pages.text(page) == f"{words} This sum is ours."


def test_parts_have_a_sum_though_their_total_is_open() -> None:
    parts = [(LedgerSumPart("a"), Range.exactly(572)), (LedgerSumPart("b", sign=-1), Range(2, 3))]
    assert add_parts(parts) == Range(569, 570)
