"""Where a person stands now, computed from what is recorded."""

from types import SimpleNamespace

import pytest

from releases.situation import Present, compute_situation


def day(value: str) -> dict[str, str]:
    return {"value": value}


def custody(ending: str, started: str = "", ended: str = "", without_freedom: str = "") -> dict:
    return {
        "ending": ending,
        "started": day(started) if started else None,
        "ended": day(ended) if ended else None,
        "without_freedom": without_freedom,
    }


def now(custodies=(), releases=(), legs=(), **person):
    shown = {"died": None, "shows_custody": True, "shows_journey": True, **person}
    who = SimpleNamespace(custodies=custodies, **shown)
    return compute_situation(who, [{"released_on": day(each)} for each in releases], legs)


ENDED = custody("ended", "2021", "2025-12-13")


@pytest.mark.parametrize(
    ("custodies", "releases", "present"),
    [
        ([], [], Present.UNKNOWN),
        ([ENDED], ["2025-12-13"], Present.FREE),
        ([], ["2025-12-13"], Present.FREE),
        ([custody("not_ended", "2021")], [], Present.HELD),
        ([ENDED, custody("not_ended", "2026-02")], ["2025-12-13"], Present.HELD),
        ([ENDED, custody("unknown", "2026-02")], ["2025-12-13"], Present.UNKNOWN),
        ([custody("unknown"), ENDED], ["2025-12-13"], Present.FREE),
        ([custody("ended", "2021", "2023", "died_in_custody")], [], Present.DIED_IN_CUSTODY),
        ([custody("ended", "2021", "2023", "transferred_abroad")], [], Present.TRANSFERRED_ABROAD),
    ],
)
def test_the_last_thing_known_decides(custodies, releases, present) -> None:
    assert now(custodies, releases).present == present


def test_what_is_not_agreed_to_is_withheld() -> None:
    assert now([ENDED], shows_custody=False).present == Present.WITHHELD


def test_the_last_place_is_where_a_free_person_went() -> None:
    went = {"destination": {"code": "pl"}, "kind": "onward_move"}
    taken = {"destination": {"code": "by"}, "kind": "return_to_custody"}
    assert now([ENDED], legs=[went, taken]).place == {"code": "pl"}
    assert now([custody("not_ended")], legs=[went]).place is None


def test_a_person_who_died_is_not_called_free() -> None:
    assert now([ENDED], died=day("2026")).present == Present.DIED
