"""Figures are said to disagree, or to agree, only as far as they are of one moment (A12)."""

import pytest

from releases.ledger import LedgerClaim, compute_ledger
from releases.presenters.ledger import LedgerQuestion, present_questions
from releases.presenters.names import PageNames
from tests.releases.ledger.builders import BELARUS, claim, known


def held(name: str, number: int, as_of: str) -> LedgerClaim:
    return claim(name, number, "held", subject=BELARUS, as_of=as_of, by=None)


def asked(*claims: LedgerClaim) -> LedgerQuestion:
    (question,) = present_questions(compute_ledger(known(*claims)), PageNames("en", {}, {}, {}))
    return question


def test_figures_of_one_day_disagree_as_a_range() -> None:
    found = asked(held("a", 1104, "2026-01-16"), held("b", 1167, "2026-01-16"))
    assert found.disagreement == "the sources disagree: 1,104–1,167"


def test_figures_of_different_years_are_no_range_and_no_disagreement() -> None:
    found = asked(held("a", 659, "2021-09-01"), held("b", 1131, "2025-06-26"))
    assert (found.is_agreed, found.disagreement, found.spread) == (None, "", "")


def test_a_disagreement_of_one_day_among_other_years_has_no_range_over_the_years() -> None:
    years = held("a", 659, "2021-09-01")
    found = asked(years, held("b", 1104, "2026-01-16"), held("c", 1167, "2026-01-16"))
    assert found.disagreement == "figures of one and the same moment disagree"


@pytest.mark.parametrize(("other", "agreed"), [("2026-01-16", True), ("2021-09-01", None)])
def test_agreement_is_said_only_where_all_are_of_one_moment(other: str, agreed: object) -> None:
    same = [held(name, 1104, "2026-01-16") for name in "ab"]
    assert asked(*same, held("c", 1104, other)).is_agreed is agreed
