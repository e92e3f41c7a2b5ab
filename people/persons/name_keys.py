"""The keys of a name as the database keeps them, and as a search asks for them.

All kinds stand in one array, so that one index answers for all of them. A word's key has no mark.
`=` marks a given name, the same in every language. `#` marks the key of a whole name, `~` a
phonetic key. `.a` is the first letter of a word, `a.` an initial.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from people.names import WrittenName, derive_keys
from people.names.folding import collapse_doubles
from people.names.words import Word, possible_initials, split_name

WHOLE, SOUND, SLIP, GIVEN = "#", "~", "-", "="
#: The version of the rules that make stored keys; keys of another version are derived anew.
#: Raise it where a name may get other keys: tests/people/persons/test_keys_version.py fails then.
KEYS_VERSION = "2"
#: Words of a name that are looked for by themselves; a longer name has its surname among them.
MOST_WORDS = 5
#: A slip of the hand in a shorter word makes another word.
SHORTEST_SLIPPED = 4


class StoredKeys(NamedTuple):
    """`keys` of every kind; `folded`: the keys of the words, a space before each."""

    keys: tuple[str, ...]
    folded: str


class AskedWord(NamedTuple):
    """The keys of a word that somebody asks for.

    `full`: its own. `same`: also of words that it shortens or that shorten it. `sounds`: of words
    that only sound like it. `slips`: of words one slip of the hand away. `folded`: what a longer
    word may begin with.
    """

    full: tuple[str, ...]
    same: tuple[str, ...]
    sounds: tuple[str, ...]
    slips: tuple[str, ...]
    folded: tuple[str, ...]


@lru_cache(maxsize=1024)
def derive_stored_keys(name: WrittenName) -> StoredKeys:
    found = derive_keys(name)
    folded = [key for key in found.words if not key.startswith(GIVEN)]
    begin = (begins for each in split_name(name.text).names for begins in _initial_keys(each))
    marked = [
        *found.words,
        *(WHOLE + key for key in found.whole),
        *(SOUND + key for key in found.sounds),
        *(SLIP + less for key in folded for less in _drop_each_letter(key)),
        *begin,
    ]
    return StoredKeys(tuple(dict.fromkeys(marked)), "".join(f" {key}" for key in folded))


def _initial_keys(word: Word) -> Iterable[str]:
    """What tells of the first letter of a word, or of an initial."""
    return (
        f"{letter}." if word.initial else f".{letter}" for letter in sorted(possible_initials(word))
    )


def _drop_each_letter(folded: str) -> Iterator[str]:
    """The word without each of its letters: two words share one if one slip of the hand parts them.

    A slip is a letter more, less, another, or in its neighbour's place. A letter that then stands
    twice is written once, as in every fold.
    """
    if len(folded) >= SHORTEST_SLIPPED:
        yield from (collapse_doubles(folded[:at] + folded[at + 1 :]) for at in range(len(folded)))


def ask_whole_name(name: WrittenName) -> tuple[str, ...]:
    """The keys that a stored name has which is this one, its words in any order."""
    return tuple(WHOLE + key for key in derive_keys(name).whole)


def ask_words(name: WrittenName) -> list[AskedWord]:
    """The first words of a name, each with its keys; patronymics, which are not kept, left out."""
    asked = [_ask_word(each) for each in split_name(name.text).names]
    return [each for each in asked if each.same][:MOST_WORDS]


def most_telling_word(asked: Iterable[AskedWord]) -> AskedWord:
    """The word that says most about who is meant: the longest that is no given name."""
    return max(asked, key=lambda word: (not _is_given_name(word), max(map(len, word.folded))))


def _is_given_name(word: AskedWord) -> bool:
    return any(key.startswith(GIVEN) for key in word.full)


@lru_cache(maxsize=4096)
def _ask_word(word: Word) -> AskedWord:
    """A word agrees with itself in any spelling, with its initial, and an initial with a word."""
    letters = sorted(possible_initials(word))
    initials = tuple(f"{letter}." for letter in letters)
    if word.initial:
        begun = (f".{letter}" for letter in letters)
        return AskedWord((), (*begun, *initials), (), (), (word.initial,))
    found = derive_keys(WrittenName(word.text))
    sounds = tuple(SOUND + key for key in found.sounds)
    slips = dict.fromkeys(slip for fold in word.folds for slip in _slip_keys(fold))
    return AskedWord(found.words, (*found.words, *initials), sounds, tuple(slips), word.folds)


def _slip_keys(folded: str) -> Iterator[str]:
    """The keys of words that have one letter less, more, another, or two in each other's place."""
    yield SLIP + folded
    for less in _drop_each_letter(folded):
        yield less
        yield SLIP + less
