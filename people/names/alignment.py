"""Whether two words are one name, letter by letter, by `data/spelling.yaml`.

A word is read in every language that it may be written in. What each of its letters may mean there
makes a net of ways through it; two words are one name where two of their nets share a way.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache, reduce
from itertools import product
from typing import NamedTuple

from people.names.folding import normalize_word
from people.names.tables import load_table

Languages = frozenset[str]
TwoLanguages = tuple[Languages, Languages]

_CLASS = re.compile(r"\[(\w+)\]")
_LATIN_LETTER = re.compile("[a-z]")
_VOWELS = re.compile("[аеёиіїєоуыэюя]|[aeiouyóąę]+")


class Ways(NamedTuple):
    """For each node the letters that lead on and whither; the first node is 0, the last `end`."""

    steps: tuple[tuple[tuple[str, int], ...], ...]
    end: int


class Rules(NamedTuple):
    """What may stand for each unit of letters, and the beginnings of all units."""

    units: dict[str, tuple[str, ...]]
    beginnings: frozenset[str]


def _read_rules(*tables: dict[str, str]) -> Rules:
    """The rules of several tables; of two lines for the same letters the later one holds."""
    units = {
        unit: tuple(told)
        for table in tables
        for line in table.items()
        for unit, told in _expand_line(*line)
    }
    return Rules(units, frozenset(unit[:at] for unit in units for at in range(len(unit) + 1)))


def _expand_line(unit: str, meant: str) -> Iterator[tuple[str, list[str]]]:
    """The lines that a line with letters in brackets stands for, or the line alone."""
    found = _CLASS.search(unit)
    for letter in found[1] if found else [""]:
        begins, ends = "^" * unit.startswith("^"), "$" * unit.endswith("$")
        told = meant.replace("·", letter).replace("-", "").split() or [""]
        yield _CLASS.sub(letter, unit), [begins + written + ends for written in told]


_TABLE = load_table("spelling")
_ROOTS = {
    f"^{ours.lower()}": theirs.lower()
    for ours, theirs in load_table("surnames")["beginnings"].items()
}
#: Letters that are no letter with an accent.
_BARE = str.maketrans(_TABLE["bare"])
_PLAIN, _PLAINER = (_read_rules(_TABLE[name]) for name in ("plain", "plainer"))
_TO_RUSSIAN = {language: _read_rules(_TABLE[language]) for language in ("uk", "kk")}
_STRESSED = _read_rules(_TABLE["be"], _ROOTS)
_UNSTRESSED = _read_rules(_TABLE["be"], _TABLE["be_unstressed"], _ROOTS)
_LATIN = {
    language: {**_TABLE["latin"], **_TABLE.get(f"latin_{language}", {})}
    for language in _TABLE["foreign_to"]
}
_ROMANISED = {language: _read_rules(lines) for language, lines in _LATIN.items()}
_HABITS = [
    (language, re.compile(sign), _read_rules(_LATIN[language], lines))
    for lines in _TABLE["habits"].values()
    for language, sign in [(lines.pop("language"), lines.pop("sign"))]
]


def are_spellings_of_one(ours: str, theirs: str, languages: TwoLanguages) -> bool:
    """Whether two words are one name, the one in some of the first `languages`, and so the other.

    In one script they are of one language, unless no language may be that of both.
    """
    one, other = normalize_word(ours), normalize_word(theirs)
    is_latin, are_one_script = _is_latin(one), _is_latin(one) == _is_latin(other)
    if is_latin and are_one_script and _differ_by_accents(one, other):
        return True
    shared = languages[0] & languages[1] if are_one_script else frozenset()
    pairs = zip(shared, shared, strict=True) if shared else product(*languages)
    return any(_meet_in(pair, one, other) for pair in pairs)


def _is_latin(word: str) -> bool:
    return bool(_LATIN_LETTER.search(word))


def _differ_by_accents(one: str, other: str) -> bool:
    """Whether one of two words in Latin letters is the other without its accents."""
    return one == _drop_accents(other) or other == _drop_accents(one)


def _drop_accents(word: str) -> str:
    return unicodedata.normalize("NFD", word.translate(_BARE)).encode("ascii", "ignore").decode()


def _meet_in(pair: tuple[str, str], one: str, other: str) -> bool:
    is_own = pair[0] == pair[1]
    ways = (
        _read_ways(word, language, is_own)
        for word, language in zip((one, other), pair, strict=True)
    )
    return any(_share_way(*both) for both in product(*ways))


@lru_cache(maxsize=16384)
def _read_ways(word: str, language: str, is_own: bool) -> tuple[Ways, ...]:
    """The word in the letters of its language, or else in those of Russian."""
    rules = [_PLAIN] if is_own else [_PLAIN, *_to_russian(word, language), _PLAINER]
    return tuple(reduce(_rewrite, rules, ways) for ways in _list_cyrillic(word, language))


def _to_russian(word: str, language: str) -> list[Rules]:
    """The rules that make Russian letters of a language's, which depend on where a word may bear
    its stress: the only vowel does."""
    if language == "be":
        return [_UNSTRESSED if len(_VOWELS.findall(word)) > 1 else _STRESSED]
    return [_TO_RUSSIAN[language]] if language in _TO_RUSSIAN else []


def _list_cyrillic(word: str, language: str) -> Iterator[Ways]:
    """The word in the Cyrillic letters that it is meant by, once for each habit of spelling."""
    letters = _as_ways(f"^{word}$")
    if not _is_latin(word):
        yield letters
        return
    yield _rewrite(letters, _ROMANISED[language])
    for whose, sign, rules in _HABITS:
        if whose == language and sign.search(word):
            yield _rewrite(letters, rules)


def _as_ways(word: str) -> Ways:
    steps = tuple(((letter, at),) for at, letter in enumerate(word, 1))
    return Ways((*steps, ()), len(word))


def _rewrite(ways: Ways, rules: Rules) -> Ways:
    """The ways with every unit of letters that the rules know replaced by what it stands for."""
    steps: list[list[tuple[str, int]]] = [[] for _ in ways.steps]
    for start in range(len(ways.steps)):
        for unit, end in set(_list_units(ways, rules, start)):
            for written in rules.units.get(unit, (unit,) if len(unit) == 1 else ()):
                _add_way(steps, start, end, written)
    return Ways(tuple(map(tuple, steps)), ways.end)


def _list_units(ways: Ways, rules: Rules, start: int) -> Iterator[tuple[str, int]]:
    """Each unit that begins at a node, and the node where it ends."""
    found = [("", start)]
    while found:
        begun, node = found.pop()
        for letter, following in ways.steps[node]:
            unit = begun + letter
            if unit:
                yield unit, following
            if unit in rules.beginnings:
                found.append((unit, following))


def _add_way(steps: list[list[tuple[str, int]]], start: int, end: int, written: str) -> None:
    for letter in written[:-1]:
        steps.append([])
        steps[start].append((letter, len(steps) - 1))
        start = len(steps) - 1
    steps[start].append((written[-1:], end))


def _share_way(one: Ways, other: Ways) -> bool:
    """Whether some way through both has the same letters."""
    found, seen = [(0, 0)], {(0, 0)}
    while found:
        pair = found.pop()
        if pair == (one.end, other.end):
            return True
        following = set(_step_on(one, other, *pair)) - seen
        seen |= following
        found.extend(following)
    return False


def _step_on(one: Ways, other: Ways, here: int, there: int) -> Iterator[tuple[int, int]]:
    for letter, node in one.steps[here]:
        if not letter:
            yield node, there
        else:
            yield from ((node, end) for written, end in other.steps[there] if written == letter)
    yield from ((here, end) for written, end in other.steps[there] if not written)
