"""The words of a written name, and what each of them seems to be."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from people.names.folding import fold_sounds, normalize_word, read_sounds
from people.names.given_names import GivenName, find_fathers, find_first_letters, find_given_names
from people.names.surnames import fold_in_russian

#: More than this is no name; the rest is not looked at.
SIGNS, WORDS = 400, 8

_WORD = re.compile(r"[^\s,;:()\[\]{}<>\"«»„“”/|\\.·•_+=*#-]+\.?", re.S)
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
_INITIAL = re.compile(r"[^\W\d_]{1,2}\.|[a-zа-яёіўєїґA-ZА-ЯЁІЎЄЇҐ]")
_FATHER = re.compile("(av|iv)(it|na)$|(ini|i)t(na)?$")
_DAUGHTER = re.compile("(av|iv)na$|itna$")
_CHILD_OF = frozenset("оглы оглу углы кызы гызы oglu oğlu ogly qizi qızı kyzy".split())


class Word(NamedTuple):
    """One word of a name.

    `text`: as written. `heard`: one reading for each way in which the letters may be meant.
    `folds`: the folded readings, the Russian equivalent of a surname last. `given`: the given names
    that the word may be. `initial`: the folded letter of an abbreviation, "" for a whole word.
    """

    text: str
    heard: tuple[str, ...]
    folds: tuple[str, ...]
    given: tuple[GivenName, ...]
    initial: str


class Words(NamedTuple):
    """The words of one name: those that name the person, and the patronymics among them.

    `joined`: for each of `names` the number of its group; a hyphen makes words one group.
    `fathered`: which of `names` stands directly before a patronymic, and so is a given name.
    """

    names: tuple[Word, ...]
    patronymics: tuple[Word, ...]
    joined: tuple[int, ...] = ()
    fathered: int | None = None


@lru_cache(maxsize=65536)
def parse_word(text: str) -> Word:
    heard = read_sounds(text)
    folded = [fold_sounds(sound) for sound in heard]
    folds = tuple(dict.fromkeys((*folded, *map(fold_in_russian, folded))))
    if _INITIAL.fullmatch(text):
        return Word(text, heard, folds, (), folds[0] if folds else "")
    return Word(text, heard, folds, find_given_names(text), "")


@lru_cache(maxsize=65536)
def possible_initials(each: Word) -> frozenset[str]:
    """The folded letters with which the word may begin, in one language or another.

    “У.”, “U.” and “В.” may all be Уладзімір. J and Y begin a name in я, ю, е or і.
    """
    if each.initial and each.text[0] in "jJyY" and len(normalize_word(each.text)) == 1:
        return frozenset("iau")
    letters = {
        folded[0]
        for folded in (*each.folds, *map(fold_sounds, read_sounds(each.text[0])))
        if folded
    }
    return frozenset(letters).union(*(find_first_letters(name.key) for name in each.given))


def split_name(text: str) -> Words:
    """The words of a name, at most WORDS of them; years and signs among them are passed over."""
    found = [(parse_word(each), group) for each, group in _split_words(text)]
    heard = [each for each in found if each[0].heard]
    named = [each for each in heard if not each[0].text.isdigit()] or heard
    at = _find_patronymics([each for each, _group in named], [group for _each, group in named])
    names = [each for index, each in enumerate(named) if index not in at]
    patronymics = tuple(each for index, (each, _group) in enumerate(named) if index in at)
    is_told = len(patronymics) == 1 and not patronymics[0].initial
    return Words(
        tuple(each for each, _group in names),
        patronymics,
        tuple(group for _each, group in names),
        min(at) - 1 if is_told else None,
    )


def _split_words(text: str) -> Iterator[tuple[str, int]]:
    """The words, each with the number of the group that hyphens make."""
    plain = unicodedata.normalize("NFC", text[:SIGNS]).translate(_DASHES)
    group = end = 0
    for found in islice(_WORD.finditer(plain), WORDS):
        group += plain[end : found.start()] != "-"
        end = found.end()
        yield found[0], group


def _find_patronymics(words: list[Word], joined: list[int]) -> set[int]:
    """Where the patronymics stand: behind a given name, last of three words, or a second initial.

    Саид оглы is a patronymic of two words, the last of a name.
    Two words are always given name and surname. Most surnames in -vich are no patronymics, nor is a
    part of a double surname.
    """
    if len(words) < 3:
        return set()
    if normalize_word(words[-1].text) in _CHILD_OF:
        return {len(words) - 2, len(words) - 1}
    initials = [index for index, each in enumerate(words) if each.initial]
    if len(initials) > 1:
        return set(initials[1:])
    inner = [index for index in range(1, len(words)) if joined.count(joined[index]) == 1]
    daughters = [index for index in inner if any(map(_DAUGHTER.search, words[index].folds))]
    sons = [index for index in inner if _is_son(words, index)]
    return set((daughters or sons)[:1])


def _is_son(words: list[Word], index: int) -> bool:
    """Whether a word in -vich is a patronymic, which never stands directly behind a woman's name.

    The last word is a patronymic behind a surname and a given name. Behind two given names, or two
    unknown words, it is one only if it names a known father. Дашко is a surname as well as short
    for Дар'я, so a short name says nothing.
    """
    each, before = words[index], words[index - 1]
    if each.given or _is_woman(before) or not any(map(_FATHER.search, each.folds)):
        return False
    known = [bool(other.initial or _full_names(other)) for other in words[:index]]
    if index < len(words) - 1 or any(known) != all(known):
        return bool(before.given)
    return any(father.startswith("=") for father in find_fathers(each.text))


def _is_woman(each: Word) -> bool:
    full = _full_names(each)
    return bool(full) and all(name.sex == "female" for name in full)


def _full_names(each: Word) -> list[GivenName]:
    return [name for name in each.given if not name.is_short]
