import itertools
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from people.names.phonetics import phonetic_key
from people.names.words import Word, split_name
from people.names.written import WrittenName

#: How many whole-name keys one name may have.
WHOLE = 6


class NameKeys(NamedTuple):
    """What finds a name again; equal keys mean that two spellings may be one name.

    `words`: the keys of each word, one for each way in which the word may be meant. A given name
    has "=mikalai" besides, in whatever language. A patronymic and an initial have none. `whole`:
    the keys of the whole name, its words in alphabetical order, one per distinct meaning. The
    patronymic is left out, an initial stays an initial ("m."). `sounds`: phonetic keys of the
    words, coarser than `words`.
    """

    words: tuple[str, ...]
    whole: tuple[str, ...]
    sounds: tuple[str, ...]


@lru_cache(maxsize=16384)
def derive_keys(name: WrittenName) -> NameKeys:
    """The keys of a name as written; its parts and language do not change them."""
    named = split_name(name.text).names
    meant = itertools.islice(itertools.product(*map(_whole_name_parts, named)), WHOLE)
    return NameKeys(
        words=_merge_keys(map(_word_keys, named)),
        whole=tuple(dict.fromkeys(" ".join(sorted(meaning)) for meaning in meant if meaning)),
        sounds=_merge_keys(map(_phonetic_keys, named)),
    )


def _merge_keys(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(sorted({key for group in groups for key in group}))


@lru_cache(maxsize=65536)
def _whole_name_parts(each: Word) -> tuple[str, ...]:
    """What stands for a word in the key of the whole name: its given name, or else its folds."""
    if each.initial:
        return (f"{each.initial}.",)
    full = tuple(f"={name.key}" for name in each.given if not name.is_short)[:2]
    if full:
        return full
    return (*(f"={name.key}" for name in each.given[:2]), *each.folds[: 1 if each.given else 3])


@lru_cache(maxsize=65536)
def _word_keys(each: Word) -> tuple[str, ...]:
    if each.initial:
        return ()
    given = tuple(f"={name.key}" for name in each.given[:3])
    return (*given, *(each.folds[:1] if given else each.folds))


@lru_cache(maxsize=65536)
def _phonetic_keys(each: Word) -> tuple[str, ...]:
    return () if each.initial else tuple(phonetic_key(folded) for folded in each.folds)
