"""Derived claims are worked out anew."""

from typing import Any

from releases.ledger import FormulaTerm
from tests.releases.ledger.builders import claim, row, shown


def derived(name: str, *terms: FormulaTerm, **more: Any) -> Any:
    return claim(name, 7, by=None, mode="derived", terms=terms, **more)


def found(name: str, *claims: Any) -> dict[str, Any]:
    return next(each for each in shown(*claims)["claims"] if each["id"] == name)


def test_a_derived_claim_follows_its_inputs_through_others() -> None:
    double = derived("b", FormulaTerm("a"), FormulaTerm("a"))
    assert (
        found("c", claim("a", 10), double, derived("c", FormulaTerm("b"), FormulaTerm("a", -1)))[
            "low"
        ]
        == 10
    )


def test_open_inputs_leave_it_open() -> None:
    result = found(
        "b",
        claim("a", (18, None)),
        claim("z", 20),
        derived("b", FormulaTerm("z"), FormulaTerm("a", -1)),
    )
    assert (result["low"], result["high"]) == (None, 2)


def test_it_is_stale_when_an_input_is_withdrawn() -> None:
    result = found("b", claim("a", 10, standing="withdrawn"), derived("b", FormulaTerm("a")))
    assert (result["stale"], result["low"]) == (True, 7)


def test_it_is_stale_when_an_input_is_not_to_be_seen() -> None:
    assert found("b", derived("b", FormulaTerm("hidden")))["stale"]


def test_it_is_stale_when_it_feeds_itself() -> None:
    circle = (derived("a", FormulaTerm("b")), derived("b", FormulaTerm("a")))
    assert [each["stale"] for each in shown(*circle)["claims"]] == [True, True]


def test_it_is_never_preferred() -> None:
    assert not found("b", claim("a", 1), derived("b", FormulaTerm("a"), is_preferred=True))[
        "preferred"
    ]


def test_it_is_compared_and_is_no_witness() -> None:
    ledger = shown(claim("a", 10), derived("b", FormulaTerm("a")))
    assert row(ledger)["agreed"] is True
    assert ledger["origins"][0]["witnesses"] == [["a"]]
