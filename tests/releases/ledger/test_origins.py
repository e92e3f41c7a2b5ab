"""Independent witnesses."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from releases.ledger import LedgerSpeaker
from tests.releases.ledger.builders import HRW, OFFICE, VIASNA, claim, shown


def origins(*claims: Any) -> tuple[int, int]:
    (found,) = shown(*claims)["origins"]
    return found["independent"], found["unknown"]


def test_two_organisations_are_two_origins() -> None:
    assert origins(claim("a", 1, by=HRW), claim("b", 1, by=VIASNA)) == (2, 0)


def test_two_voices_of_one_organisation_are_one_origin() -> None:
    head = LedgerSpeaker("head", "Its head", "viasna")
    assert origins(claim("a", 1, by=head), claim("b", 1, by=VIASNA)) == (1, 0)


def test_a_shared_upstream_source_makes_one_origin_even_through_a_third() -> None:
    a = claim("a", 1, by=HRW, upstream=frozenset({"x"}))
    b = claim("b", 1, by=VIASNA, upstream=frozenset({"x", "y"}))
    assert origins(a, b, claim("c", 1, by=OFFICE, upstream=frozenset({"y"}))) == (1, 0)


def test_an_unknown_upstream_is_counted_apart() -> None:
    unknown = claim("b", 1, by=VIASNA, is_upstream_known=False)
    assert origins(claim("a", 1, by=HRW), unknown) == (1, 1)


def test_an_unnamed_speaker_is_counted_apart() -> None:
    groups = LedgerSpeaker("groups", "Rights groups", is_identified=False)
    assert origins(claim("a", 1, by=groups)) == (0, 1)


def test_what_is_announced_is_no_witness() -> None:
    assert origins(claim("a", 1, by=HRW), claim("b", 1, by=VIASNA, mode="announced")) == (1, 0)


speakers = st.sampled_from([HRW, VIASNA, OFFICE, LedgerSpeaker("head", "Its head", "hrw")])
upstreams = st.frozensets(st.sampled_from("xyz"), max_size=2)


@given(st.lists(st.tuples(speakers, upstreams, st.booleans()), min_size=1, max_size=8))
def test_there_are_never_more_origins_than_speakers(drawn: list[Any]) -> None:
    claims = [
        claim(str(n), 1, by=by, upstream=upstream, is_upstream_known=is_known)
        for n, (by, upstream, is_known) in enumerate(drawn)
    ]
    assert sum(origins(*claims)) <= len({by.id for by, _, _ in drawn})
