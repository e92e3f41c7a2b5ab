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
#: From where a surname or a given name may pass for the same, alone and with a birth that agrees.
_SAME, _SAME_IF_BORN_SO = 0.9, 0.85
#: From where a comparison is worth showing.
_POSSIBLE = 0.7
_BIRTHS = {ReasonCode.BIRTH_DAY_AGREES, ReasonCode.BIRTH_YEAR_AGREES}
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

    The best pair of their names counts. Nothing is a match without a surname and a given name. A
    slip of one letter is a match only where the birth agrees.
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
        is_match=not conflicts and _is_same(best, {reason.code for reason in reasons}),
        conflicts=conflicts,
        is_possible=not conflicts and score >= _POSSIBLE,
    )


def _is_same(best: NameLikeness, codes: set[str]) -> bool:
    floor = _SAME_IF_BORN_SO if codes & _BIRTHS else _SAME
    return min(best.surname, best.given) >= floor and not codes & _DOUBTS


class _PreparedNames(NamedTuple):
    """Names sorted into their parts: all of them by their letters, and one for each meaning."""

    by_letters: dict[str, Roles]
    meanings: tuple[Roles, ...]


@lru_cache(maxsize=32768)
def _prepare_names(names: tuple[WrittenName, ...]) -> _PreparedNames:
    sorted_out = [assign_roles(name) for name in names]
    return _PreparedNames(
        {each.letters: each for each in reversed(sorted_out) if each.is_full},
        tuple({each.meaning: each for each in reversed(sorted_out)}.values()),
    )


def _find_best_pair(asked: _PreparedNames, known: _PreparedNames) -> NameLikeness:
    """The pair of names that agrees best; letter for letter before anything else."""
    same = asked.by_letters.keys() & known.by_letters.keys()
    if same:
        letters = min(same)
        return compare_names(asked.by_letters[letters], known.by_letters[letters])
    pairs = (compare_names(*pair) for pair in product(asked.meanings, known.meanings))
    return max(pairs, key=lambda pair: pair.score, default=NOTHING)
