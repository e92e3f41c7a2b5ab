"""How well two descriptions of people agree."""

from functools import lru_cache
from itertools import product
from typing import NamedTuple

from people.names.circumstances import WEIGHTS, compare_circumstances
from people.names.description import Description
from people.names.reasons import Reason, ReasonCode
from people.names.roles import Roles, assign_roles
from people.names.whole_names import NOTHING, NameLikeness, compare_names
from people.names.written import WrittenName

#: How much of a score the names are at most; the rest is what else is known.
_NAMES = 0.94
#: From where a surname or a given name passes for the same.
_SAME = 0.9
#: From where a comparison is worth showing.
_POSSIBLE = 0.7
_DOUBTS = {ReasonCode.BIRTH_CLOSE, ReasonCode.PATRONYMIC_DIFFERS, ReasonCode.SURNAME_PART}


class Comparison(NamedTuple):
    """How well two descriptions agree.

    `score`: from 0 to 1. `is_match`: the score is high enough to offer the two as the same person.
    `conflicts`: something known of both contradicts. `is_possible`: staff should look: a slip of
    the pen, an initial, a surname alone.
    """

    score: float
    reasons: tuple[Reason, ...]
    is_match: bool
    conflicts: bool
    is_possible: bool = False


def compare_descriptions(asked: Description, known: Description) -> Comparison:
    """How well two descriptions agree. The function never decides that two people are one.

    The best pair of their names counts. Nothing is a match without a surname and a given name of
    which every letter is told for.
    """
    best = _find_best_pair(_prepare_names(asked.names), _prepare_names(known.names))
    told = [Reason(*each) for each in compare_circumstances(asked, known)]
    weights = [WEIGHTS[ReasonCode(reason.code)] for reason in told]
    conflicts = any(contradicts for _weight, contradicts in weights)
    score = best.score * _NAMES + sum(weight for weight, _contradicts in weights)
    score = round(min(max(score, 0.0), 1.0), 4)
    reasons = (*best.reasons, *told)
    return Comparison(
        score,
        reasons,
        is_match=_is_same(best)
        and not conflicts
        and not {reason.code for reason in reasons} & _DOUBTS,
        conflicts=conflicts,
        is_possible=not conflicts and score >= _POSSIBLE,
    )


def _is_same(names: NameLikeness) -> bool:
    return min(names.surname, names.given) >= _SAME


class _PreparedNames(NamedTuple):
    """Names sorted into their parts, and those that are whole by their letters."""

    by_letters: dict[str, Roles]
    all: tuple[Roles, ...]


@lru_cache(maxsize=32768)
def _prepare_names(names: tuple[WrittenName, ...]) -> _PreparedNames:
    sorted_out = [assign_roles(name) for name in names]
    return _PreparedNames(
        {each.letters: each for each in reversed(sorted_out) if each.is_full},
        tuple(dict.fromkeys(sorted_out)),
    )


def _find_best_pair(asked: _PreparedNames, known: _PreparedNames) -> NameLikeness:
    """The pair of names that agrees best; letter for letter before anything else."""
    same = asked.by_letters.keys() & known.by_letters.keys()
    if same:
        letters = min(same)
        return compare_names(asked.by_letters[letters], known.by_letters[letters])
    pairs = (compare_names(*pair) for pair in product(asked.all, known.all))
    return max(pairs, key=lambda pair: (_is_same(pair), pair.score), default=NOTHING)
