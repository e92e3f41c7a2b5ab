"""The keys of a name as the database keeps them, and as it is asked for them.

All kinds stand in one array, so that one index answers for every one of them. A word's key stands
as it is; `=` marks the key of a whole name, `~` a phonetic one, `.` the first letter of a word.
"""

import hashlib
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from people.names import WrittenName, keys

WHOLE, SOUND, INITIAL = "=", "~", "."
#: Changes when any of the stored keys may: with the engine's rules, and with this file.
RULES = hashlib.sha256(
    getattr(import_module("people.names.keys"), "RULES", "").encode() + Path(__file__).read_bytes()
).hexdigest()
#: Words of a name that are looked for by themselves; a longer name has its surname among them.
MOST_WORDS = 5


class StoredKeys(NamedTuple):
    """`keys` of every kind; `folded`: the keys of the words, a space before each."""

    keys: tuple[str, ...]
    folded: str


class AskedWord(NamedTuple):
    """The keys of a word: `full` its own; `same` also those that it shortens or is shortened to;
    `sounds` what only sounds like it."""

    full: tuple[str, ...]
    same: tuple[str, ...]
    sounds: tuple[str, ...]


@lru_cache(maxsize=1024)
def stored_keys(name: WrittenName) -> StoredKeys:
    found = keys(name)
    marked = [
        *found.words,
        *(WHOLE + key for key in found.whole if key),
        *(SOUND + key for key in found.sounds if key),
        *(INITIAL + key[0] for key in found.words if len(key) > 1),
    ]
    return StoredKeys(tuple(dict.fromkeys(marked)), "".join(f" {word}" for word in found.words))


def whole(name: WrittenName) -> tuple[str, ...]:
    """The keys that a stored name has which is this one, its words in any order."""
    return tuple(WHOLE + key for key in keys(name).whole if key)


def words(name: WrittenName) -> list[AskedWord]:
    """The first words of a name, each with its keys; what has none, as a dash, is left out."""
    parted = name.text.replace(",", " ").replace(".", ". ").split()
    asked = [word(text, name.language) for text in parted]
    return [each for each in asked if each.same][:MOST_WORDS]


@lru_cache(maxsize=4096)
def word(text: str, language: str = "") -> AskedWord:
    """A word agrees with itself in any spelling, with its initial, and an initial with a word."""
    found = keys(WrittenName(text, language=language))
    if is_initial(text):
        begins = tuple(dict.fromkeys(INITIAL + key[0] for key in found.words))
        return AskedWord((), found.words + begins, ())
    begins = tuple(dict.fromkeys(key[0] for key in found.words))
    return AskedWord(
        found.words, found.words + begins, tuple(SOUND + key for key in found.sounds if key)
    )


def is_initial(text: str) -> bool:
    return len(text.rstrip(".")) == 1
