"""Which given name a word is, in whatever language, script and short form it is written."""

import re
from collections import defaultdict
from functools import lru_cache
from typing import NamedTuple

from people.names.folding import fold_sounds, normalize_word, read_sounds
from people.names.tables import load_table

#: A fold says little of a short word: only longer ones are looked up by it.
_LONG = 5


class GivenName(NamedTuple):
    """One line of the table. `key` names the line, `sex` is "male" or "female".

    `is_short`: the word was a diminutive or an everyday form.
    """

    key: str
    sex: str
    is_short: bool


@lru_cache(maxsize=65536)
def find_given_names(word: str) -> tuple[GivenName, ...]:
    """The given names that the word may be; a diminutive only where it is no full name. In Latin
    letters it may be both: Ela is Elżbieta in Polish, and Эла."""
    written = _BY_TEXT.get(normalize_word(word))
    heard = next((_BY_SOUND[sound] for sound in read_sounds(word) if sound in _BY_SOUND), ())
    if written and word.isascii() and not _drop_diminutives(written):
        return written + _drop_diminutives(heard)
    found = written or heard or _find_by_fold(word)
    return _drop_diminutives(found) or found


def _drop_diminutives(names: tuple[GivenName, ...]) -> tuple[GivenName, ...]:
    return tuple(name for name in names if not name.is_short)


def _find_by_fold(word: str) -> tuple[GivenName, ...]:
    return next((_BY_FOLD.get(fold_sounds(sound), ()) for sound in read_sounds(word)[:1]), ())


@lru_cache(maxsize=65536)
def find_full_names(word: str) -> frozenset[str]:
    """The keys of the given names that the word shortens, though it is a full name too.

    Ніка is a full name, and stands for Вераніка.
    """
    heard = (_BY_SOUND.get(sound, ()) for sound in read_sounds(word))
    return frozenset(name.key for names in heard for name in names if name.is_short)


@lru_cache(maxsize=1024)
def find_first_letters(key: str) -> frozenset[str]:
    """With which letters, folded, the given name begins in one language or another."""
    return frozenset(_FIRST_LETTERS[key])


@lru_cache(maxsize=1024)
def fold_full_name(key: str) -> tuple[str, ...]:
    """The folds of the full name, in Belarusian and Russian."""
    words = " ".join(_LINES[key].get(language, "") for language in ("be", "ru")).split()
    return tuple(dict.fromkeys(fold_sounds(sound) for each in words for sound in read_sounds(each)))


def list_forms_in(key: str, language: str) -> list[str]:
    """How a given name is written in a language of the table, the usual form first."""
    return _LINES[key].get(language, "").split()


def _read_table() -> None:
    for sex, lines in load_table("given_names").items():
        for key, line in lines.items():
            _LINES[key] = line
            for language, words in line.items():
                for word in words.replace("/", " ").split():
                    name = GivenName(key, sex, language == "short")
                    _BY_TEXT[normalize_word(word)] += (name,)
                    _add_word(word, name)


def _add_word(word: str, name: GivenName) -> None:
    for sound in read_sounds(word):
        known = {other.key for other in _BY_SOUND[sound]}
        if name.key not in known:
            _BY_SOUND[sound] += (name,)
        if not name.is_short:
            _FIRST_LETTERS[name.key].add(fold_sounds(sound)[0])
    if not name.is_short:
        _FIRST_LETTERS[name.key].update(map(fold_sounds, read_sounds(word[0])))


def _find_unmistakable_folds() -> dict[str, tuple[GivenName, ...]]:
    """Folds of long full names that belong to one line of the table alone."""
    folds: dict[str, dict[str, GivenName]] = defaultdict(dict)
    for sound, names in _BY_SOUND.items():
        for name in names:
            folds[fold_sounds(sound)].setdefault(name.key, name)
    return {
        key: tuple(names.values())
        for key, names in folds.items()
        if len(key) >= _LONG and len(names) == 1
    }


@lru_cache(maxsize=1)
def _index_stems() -> dict[str, frozenset[str]]:
    stems: dict[str, set[str]] = defaultdict(set)
    for key in _LINES:
        for folded in fold_full_name(key):
            stems[folded.rstrip("aiu")].add(key)
    return {stem: frozenset(found) for stem, found in stems.items()}


def find_fathers(patronymic: str) -> frozenset[str]:
    """The father whom a patronymic names, of a son or of a daughter, in Belarusian or Russian.

    The answer holds the stem of the father's name, and "=mikalai" where the table knows the name.
    """
    stems = {_PATRONYMIC.sub("", fold_sounds(sound)) for sound in read_sounds(patronymic)}
    known = (key for stem in stems for key in _index_stems().get(stem, ()))
    return frozenset((*stems, *(f"={key}" for key in known)))


_PATRONYMIC = re.compile("((av|iv)(it|na)|(ini)?t(na)?|it)$")
_LINES: dict[str, dict[str, str]] = {}
_BY_TEXT: dict[str, tuple[GivenName, ...]] = defaultdict(tuple)
_BY_SOUND: dict[str, tuple[GivenName, ...]] = defaultdict(tuple)
_FIRST_LETTERS: dict[str, set[str]] = defaultdict(set)
_read_table()
_BY_FOLD = _find_unmistakable_folds()
