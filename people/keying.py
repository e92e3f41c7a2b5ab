"""The keys of a name as the database keeps them, and as it is asked for them.

All kinds stand in one array, so that one index answers for every one of them. A word's key stands
as it is, `=` before the one that a given name has in every language; `#` marks the key of a whole
name, `~` a phonetic one, `.a` the first letter of a word, and `a.` one that is all there is of it.
"""

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from people.names import RULES as RULES_OF_NAMES
from people.names import WrittenName, keys
from people.names.words import Word, words_of

WHOLE, SOUND, GIVEN = "#", "~", "="
#: Changes when any of the stored keys may: with the rules of names, and with this file.
RULES = hashlib.sha256(RULES_OF_NAMES.encode() + Path(__file__).read_bytes()).hexdigest()
#: Words of a name that are looked for by themselves; a longer name has its surname among them.
MOST_WORDS = 5


class StoredKeys(NamedTuple):
    """`keys` of every kind; `folded`: the keys of the words, a space before each."""

    keys: tuple[str, ...]
    folded: str


class AskedWord(NamedTuple):
    """The keys of a word: `full` its own; `same` also those that it shortens or is shortened to;
    `sounds` what only sounds like it; `folded` what a longer word may begin with."""

    full: tuple[str, ...]
    same: tuple[str, ...]
    sounds: tuple[str, ...]
    folded: tuple[str, ...]


@lru_cache(maxsize=1024)
def stored_keys(name: WrittenName) -> StoredKeys:
    found = keys(name)
    begin = (begins for each in words_of(name.text).names for begins in _beginnings(each))
    marked = [
        *found.words,
        *(WHOLE + key for key in found.whole),
        *(SOUND + key for key in found.sounds),
        *begin,
    ]
    folded = (key for key in found.words if not key.startswith(GIVEN))
    return StoredKeys(tuple(dict.fromkeys(marked)), "".join(f" {key}" for key in folded))


def _beginnings(word: Word) -> Iterable[str]:
    """What tells of the first letter of a word, or of an initial."""
    if word.initial:
        return (f"{word.initial[0]}.",)
    return (f".{fold[0]}" for fold in word.folds if fold)


def whole(name: WrittenName) -> tuple[str, ...]:
    """The keys that a stored name has which is this one, its words in any order."""
    return tuple(WHOLE + key for key in keys(name).whole)


def words(name: WrittenName) -> list[AskedWord]:
    """The first words of a name, each with its keys; patronymics, which are not kept, left out."""
    asked = [_asked(each) for each in words_of(name.text).names]
    return [each for each in asked if each.same][:MOST_WORDS]


def telling(asked: Iterable[AskedWord]) -> AskedWord:
    """The word that says most about who is meant: the longest that is no given name."""
    return max(asked, key=lambda word: (not _is_given(word), max(map(len, word.folded))))


def _is_given(word: AskedWord) -> bool:
    return any(key.startswith(GIVEN) for key in word.full)


@lru_cache(maxsize=4096)
def _asked(word: Word) -> AskedWord:
    """A word agrees with itself in any spelling, with its initial, and an initial with a word."""
    if word.initial:
        letter = word.initial[0]
        return AskedWord((), (f".{letter}", f"{letter}."), (), (word.initial,))
    found = keys(WrittenName(word.text))
    initials = dict.fromkeys(f"{fold[0]}." for fold in word.folds if fold)
    sounds = tuple(SOUND + key for key in found.sounds)
    return AskedWord(found.words, (*found.words, *initials), sounds, word.folds)
