"""Lists of invented people, for every test of the intake."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:  # a plugin is imported before Django is set up
    from publishing.models import Account
    from releases.models import IntakeList, Side


@pytest.fixture
def side(db) -> "Side":
    from tests.factories import SideFactory, WaveFactory

    return SideFactory(wave=WaveFactory(released_on="2025-12-13", crossed_on=None))


@pytest.fixture
def pasted(side: "Side", caseworker: "Account") -> Callable[..., "IntakeList"]:
    """What a case worker pastes, for the one wave of the test."""
    from releases.intake.lists import open_list
    from tests.factories import SourceFactory

    source = SourceFactory()

    def paste(text: str, **more: object) -> "IntakeList":
        given = {"by": caseworker, "side": side, "source": source, "text": text} | more
        return open_list(**given)[0]

    return paste
