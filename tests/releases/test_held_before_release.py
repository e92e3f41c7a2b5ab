"""A count of people held that is older than the last release says so (public.md, A2)."""

import pytest

from publishing.dates import InexactDate
from releases.presenters.held_counts import is_before

RELEASE = InexactDate("2026-03-12/..")


@pytest.mark.parametrize(
    ("counted", "release", "expected"),
    [
        (InexactDate("2026-03-05"), RELEASE, True),
        (InexactDate("2026-03-12"), RELEASE, False),
        (InexactDate("2026-03"), RELEASE, False),
        (InexactDate("2026-03-05/.."), RELEASE, False),
        (InexactDate("2026-03-05"), None, False),
        (InexactDate("2026-03-05"), InexactDate("../2026-03-12"), False),
    ],
)
def test_a_count_is_before_a_release_only_where_both_days_say_so(counted, release, expected):
    assert is_before(counted, release) is expected
