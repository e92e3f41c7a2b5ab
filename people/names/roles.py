"""Which words of a name are the surname and which are given names."""

import re
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from people.names.alignment import Languages
from people.names.folding import normalize_word
from people.names.languages import find_languages
from people.names.words import Word, Words, split_name
from people.names.written import WrittenName

_WITHOUT_SPACES = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{3,}")


class Roles(NamedTuple):
    """A name sorted into its parts, by their texts.

    `is_certain`: nothing was guessed. `is_full`: there are a surname and a given name. `letters`:
    the same for the same words, which `words` has in their order. `languages`: those that the
    surname may be written in.
    """

    family: tuple[str, ...]
    given: tuple[str, ...]
    patronymics: tuple[str, ...]
    is_family_first: bool
    is_certain: bool
    is_full: bool
    letters: str
    words: tuple[str, ...]
    languages: Languages


@lru_cache(maxsize=32768)
def assign_roles(name: WrittenName) -> Roles:
    found = split_name(name.text)
    words, patronymics = found.names, found.patronymics
    at, is_certain = _find_family(found, name)
    family = tuple(words[index].text for index in sorted(at))
    given = tuple(each.text for index, each in enumerate(words) if index not in at)
    return Roles(
        family,
        given,
        tuple(each.text for each in patronymics),
        bool(family and given and min(at) == 0),
        is_certain,
        bool(family and given) or bool(_WITHOUT_SPACES.fullmatch(name.text.strip())),
        " ".join(sorted(normalize_word(each.text) for each in (*words, *patronymics))),
        tuple(normalize_word(each.text) for each in words),
        find_languages(family, given, name.language),
    )


def _find_family(found: Words, name: WrittenName) -> tuple[set[int], bool]:
    """Where the surname stands, and whether that was said or plain to see. What a hyphen joins
    stays together: in a double surname a word that is a given name elsewhere is none."""
    words, joined = found.names, found.joined
    told = _read_marked_family(words, name)
    if told:
        return told, True
    if found.fathered is not None and len(words) == 2:
        return {1 - found.fathered}, True
    known = _look_given(words, joined)
    if len(words) == 1:
        return (set() if known[0] == 2 else {0}), known[0] != 1
    least = min(known, default=0)
    given = [how for how in known if how > least]
    if given:
        return {index for index, how in enumerate(known) if how == least}, min(given) - least > 1
    return _last_group(joined), False


def _last_group(joined: tuple[int, ...]) -> set[int]:
    """The last words that a hyphen joins, or else the last word."""
    doubled = [group for group, size in Counter(joined).items() if size > 1]
    last = (doubled or joined)[-1:]
    return {index for index, group in enumerate(joined) if group in last}


def _read_marked_family(words: tuple[Word, ...], name: WrittenName) -> set[int]:
    head, comma, tail = name.text.partition(",")
    family = name.family or (head if comma and tail.strip() else "")
    if not family:
        return set()
    said = {each.text for each in split_name(family).names}
    told = {index for index, each in enumerate(words) if each.text in said}
    return told if len(told) < len(words) else set()


def _look_given(words: tuple[Word, ...], joined: tuple[int, ...]) -> list[int]:
    least: dict[int, int] = {}
    for each, group in zip(words, joined, strict=True):
        least[group] = min(least.get(group, 3), _looks_given(each))
    return [least[group] for group in joined]


def _looks_given(each: Word) -> int:
    """3 for an initial, 2 for a full given name, 1 for a diminutive, 0 for anything else."""
    if each.initial:
        return 3
    return max((1 if found.is_short else 2 for found in each.given), default=0)
