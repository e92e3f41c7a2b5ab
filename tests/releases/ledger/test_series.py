"""Series for charts."""

from typing import Any

from releases.ledger import LedgerSpeaker, build_series
from tests.releases.ledger.builders import BELARUS, HRW, VIASNA, claim


def held(name: str, by: Any = VIASNA, yardstick: str | None = None, **more: Any) -> Any:
    return claim(name, 1104, "held", by=by, subject=BELARUS, yardstick=yardstick, **more)


def test_points_of_one_speaker_stand_in_the_order_of_their_as_of() -> None:
    (found,) = build_series([held("b", as_of="2025-12-31"), held("a", as_of="2020-12-31")])
    assert [point.claim for point in found.points] == ["a", "b"]


def test_other_speakers_and_other_yardsticks_are_other_series() -> None:
    day = {"as_of": "2025-12-31"}
    claims = [held("a", **day), held("b", HRW, **day), held("c", yardstick="viasna", **day)]
    assert len(build_series(claims)) == 3


def test_unnamed_speakers_are_never_one_series() -> None:
    """A12: "Human-rights defenders, not named" of 2022 and of 2025 were joined by a line."""
    unnamed = LedgerSpeaker("defenders", "Human-rights defenders", is_identified=False)
    claims = [held("a", unnamed, as_of="2022"), held("b", unnamed, as_of="2025")]
    assert [len(each.points) for each in build_series(claims)] == [1, 1]


def test_an_unknown_as_of_is_hollow_and_drawn_where_it_was_said() -> None:
    (found,) = build_series([held("a", said_on="2026-01-16")])
    assert [(str(p.at), p.is_hollow) for p in found.points] == [("2026-01-16", True)]


def test_a_figure_without_a_date_is_not_drawn() -> None:
    (found,) = build_series([held("a")])
    assert (found.points, found.undated) == ((), ("a",))


def test_what_does_not_stand_is_in_no_series() -> None:
    assert build_series([held("a", as_of="2025", standing="misprint")]) == ()
