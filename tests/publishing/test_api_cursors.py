"""A cursor is a place that only we can read, alter or make."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publishing.api.cursors import CursorError, seal, unseal

places = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=4),
    max_leaves=6,
)


@settings(max_examples=200, deadline=None)
@given(places)
def test_what_is_sealed_is_read_back(place) -> None:
    assert unseal(seal(place)) == place
    assert seal(place) == seal(place)


@settings(max_examples=200, deadline=None)
@given(places, st.data())
def test_an_altered_cursor_is_refused(place, data) -> None:
    cursor = seal(place)
    at = data.draw(st.integers(0, len(cursor) - 2))  # the last character has unused bits
    other = "A" if cursor[at] != "A" else "B"
    with pytest.raises(CursorError):
        unseal(cursor[:at] + other + cursor[at + 1 :])


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_a_made_up_cursor_is_refused(text: str) -> None:
    with pytest.raises(CursorError):
        unseal(text)


def test_a_moment_cannot_be_read_in_it(settings) -> None:
    cursor = seal(["changes", "2026-01-16T12:34:56"])
    assert "2026" not in cursor
    settings.SECRET_KEY = "another"
    with pytest.raises(CursorError):
        unseal(cursor)
