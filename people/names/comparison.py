from typing import NamedTuple

from people.names.description import Description
from people.names.keys import keys


class Reason(NamedTuple):
    """Why a comparison came out so: a code of people.names.reasons, and the values it is about."""

    code: str
    asked: str = ""
    known: str = ""


class Comparison(NamedTuple):
    """`score` from 0 to 1; `is_match` where it is high enough to be offered as the same person,
    `conflicts` where something known of both contradicts."""

    score: float
    reasons: tuple[Reason, ...]
    is_match: bool
    conflicts: bool


def compare(asked: Description, known: Description) -> Comparison:
    """How well two descriptions agree. It never decides that two people are one."""
    ours = {key for name in asked.names for key in keys(name).whole}
    theirs = {key for name in known.names for key in keys(name).whole}
    score = 1.0 if ours & theirs else 0.0
    return Comparison(score, (), score > 0, False)
