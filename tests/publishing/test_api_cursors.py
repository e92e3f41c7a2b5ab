"""A cursor is a place that only we can read, alter or make."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publishing.api.cursors import CursorError, seal_place, unseal_place

LIST = ("people", "-name")

places = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=4),
    max_leaves=6,
)


@settings(max_examples=200)
@given(places)
def test_what_is_sealed_is_read_back(place) -> None:
    assert unseal_place(seal_place(place, *LIST), *LIST) == place
    assert seal_place(place, *LIST) == seal_place(place, *LIST)


@settings(max_examples=200)
@given(places, st.data())
def test_an_altered_cursor_is_refused(place, data) -> None:
    cursor = seal_place(place, *LIST)
    at = data.draw(st.integers(0, len(cursor) - 2))  # the last character has unused bits
    other = "A" if cursor[at] != "A" else "B"
    with pytest.raises(CursorError):
        unseal_place(cursor[:at] + other + cursor[at + 1 :], *LIST)


@settings(max_examples=200)
@given(st.text(max_size=60))
def test_a_made_up_cursor_is_refused(text: str) -> None:
    with pytest.raises(CursorError):
        unseal_place(text, *LIST)


@pytest.mark.parametrize(
    "other", [("waves", "-name"), ("people", "name"), ("people",), ("people-", "name")]
)
def test_a_cursor_opens_its_own_list_in_its_own_order_alone(other: tuple[str, ...]) -> None:
    with pytest.raises(CursorError):
        unseal_place(seal_place([1], *LIST), *other)


def test_a_moment_cannot_be_read_in_it(settings) -> None:
    cursor = seal_place(["2026-01-16T12:34:56"], *LIST)
    assert "2026" not in cursor
    settings.SECRET_KEY = "another"
    with pytest.raises(CursorError):
        unseal_place(cursor, *LIST)
