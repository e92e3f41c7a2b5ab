"""Whom each line of a list may mean. What is proposed here decides nothing."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from people.names import Comparison, Description, WrittenName, compare_descriptions, derive_keys
from people.names.reasons import ReasonCode
from people.persons.candidates import STAFF, Candidate, find_candidates
from publishing.dates import InexactDate
from releases.enums import LineProposal
from releases.intake.parser import ParsedLine
from releases.models import IntakeLine

#: From here on somebody is worth a look whatever differs.
WORTH_A_LOOK = 0.8
#: Below that nobody is whose surname is another one.
FAR = frozenset({ReasonCode.SURNAME_DIFFERS, ReasonCode.SURNAME_SEVERAL_LETTERS})
#: How much better the first must agree than the second.
CLEAR_MARGIN = 0.05


class LineProposed(NamedTuple):
    """What is proposed for a line, with whom it may mean, the likeliest first.

    `doubles` are the numbers, counted from 1, of other lines that may be the same person.
    """

    proposal: LineProposal
    candidates: tuple[Candidate, ...] = ()
    doubles: tuple[int, ...] = ()


def propose_lines(lines: Sequence[ParsedLine]) -> list[LineProposed]:
    """For each line of a list what is proposed for it."""
    asked = {number: describe_line(line) for number, line in enumerate(lines, 1) if _is_asked(line)}
    found = dict(zip(asked, find_likely(list(asked.values())), strict=True))
    doubles = _find_doubles(asked, found)
    return [
        _propose_line(line, found.get(number, ()), tuple(sorted(doubles[number])))
        for number, line in enumerate(lines, 1)
    ]


def _is_asked(line: ParsedLine) -> bool:
    return bool(line.name) and not line.is_heading


def describe_line(line: ParsedLine | IntakeLine) -> Description:
    """What a line says of a person, as it was read or as it is kept."""
    name = WrittenName(line.name, line.given, line.family)
    born = InexactDate(str(line.birth)) if line.birth else None
    return Description((name,), born.span if born else None)


def find_likely(asked: Sequence[Description]) -> list[tuple[Candidate, ...]]:
    """For each description those who agree well enough to be shown, at most five."""
    return [
        tuple(one for one in found if _is_worth_a_look(one.comparison))
        for found in find_candidates(asked, among=STAFF, limit=5)
    ]


def _is_worth_a_look(comparison: Comparison) -> bool:
    if comparison.is_match or comparison.score >= WORTH_A_LOOK:
        return True
    is_far = any(reason.code in FAR for reason in comparison.reasons)
    return not is_far and (comparison.is_possible or comparison.conflicts)


def _propose_line(
    line: ParsedLine, found: tuple[Candidate, ...], doubles: tuple[int, ...]
) -> LineProposed:
    if line.is_empty:
        return LineProposed(LineProposal.EMPTY)
    if line.is_heading:
        return LineProposed(LineProposal.NO_NAME)
    if not line.is_name or doubles:
        return LineProposed(LineProposal.AMBIGUOUS, found, doubles)
    if not found:
        return LineProposed(LineProposal.NEW)
    return LineProposed(LineProposal.MATCHED if _is_clear(found) else LineProposal.AMBIGUOUS, found)


def _is_clear(found: tuple[Candidate, ...]) -> bool:
    """One matches, nothing known of both contradicts, and nobody else comes near."""
    first, *others = (one.comparison for one in found)
    if not first.is_match or first.conflicts or any(other.is_match for other in others):
        return False
    return not others or first.score - others[0].score >= CLEAR_MARGIN


def _find_doubles(
    asked: dict[int, Description], found: dict[int, tuple[Candidate, ...]]
) -> dict[int, set[int]]:
    """For each line the others that match it, or match the same person first."""
    doubles: dict[int, set[int]] = defaultdict(set)
    meant = defaultdict(list)
    for number, people in found.items():
        if people and people[0].comparison.is_match:
            meant[people[0].person_id].append(number)
    pairs = {pair for numbers in meant.values() for pair in combinations(numbers, 2)}
    for one, other in pairs | _find_alike(asked):
        doubles[one].add(other)
        doubles[other].add(one)
    return doubles


def _find_alike(asked: dict[int, Description]) -> set[tuple[int, int]]:
    """Pairs of lines that compare as one person; only those that share a word are compared."""
    sharing: Counter[tuple[int, int]] = Counter()
    holding = defaultdict(list)
    for number, description in asked.items():
        for word in derive_keys(description.names[0]).words:
            holding[word].append(number)
    for numbers in holding.values():
        sharing.update(combinations(dict.fromkeys(numbers), 2))
    return {pair for pair in sharing if _is_one_person(asked[pair[0]], asked[pair[1]])}


def _is_one_person(one: Description, other: Description) -> bool:
    comparison = compare_descriptions(one, other)
    return comparison.is_match and not comparison.conflicts
