"""How many slips of the hand or the ear lie between two words."""

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from rapidfuzz.distance import OSA, JaroWinkler

from people.names.folding import normalize_word
from people.names.words import Word

#: For so many slips, in words of at least so many letters, a likeness from which to start.
_COUNTED = ((1, 4, 0.85), (2, 5, 0.7), (3, 9, 0.64))


class Spelt(NamedTuple):
    """The letters of a word, how it is heard, and its folds."""

    text: str
    heard: tuple[str, ...]
    folds: tuple[str, ...]


def as_spelt(each: Word) -> Spelt:
    return Spelt(normalize_word(each.text), each.heard, each.folds)


def count_slips(ours: Spelt, theirs: Spelt) -> tuple[float, int]:
    """How near two words are, and by how many slips; 0 slips for too many.

    The folds are compared, and the letters too where both words are of one script. A slip may make
    letters fall together. Among as many slips the nearer in sound comes first.
    """
    if not ours.folds or not theirs.folds:
        return 0.0, 0
    slips, short = min(
        (OSA.distance(a, b), -min(len(a), len(b))) for a, b in _pair_letters(ours, theirs)
    )
    finer = max(OSA.normalized_similarity(a, b) for a in ours.heard for b in theirs.heard)
    for most, least_letters, score in _COUNTED:
        if slips <= most and -short >= least_letters:
            return score + 0.04 * float(finer), most
    alike = max(JaroWinkler.similarity(a, b) for a in ours.folds for b in theirs.folds)
    return 0.45 * float(alike) + 0.1 * float(finer), 0


def _pair_letters(ours: Spelt, theirs: Spelt) -> Iterator[tuple[str, str]]:
    yield from product(ours.folds, theirs.folds)
    if is_cyrillic(ours.text) == is_cyrillic(theirs.text):
        yield ours.text, theirs.text


def is_cyrillic(text: str) -> bool:
    return "\u0400" <= text[:1] <= "\u052f"
