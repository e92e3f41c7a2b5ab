"""Vowels that tell two Cyrillic words apart, though they are read alike in Latin letters."""

import re

_VOWEL = re.compile("[бвгґджзйклмнпрстфхцчшщьў']?[аеёіоуыэюяий]")
_CLASS = dict(zip("ыиіуюоеёэя", "ыііуюоееее", strict=True))
#: Vowels that no two spellings of one name have, and the consonants behind which that holds: р,
#: hushing sounds and ц are hard in Belarusian alone, and дз and ц stand for д and т.
_NEVER = {
    "ыі": frozenset("бвклмнпф"),
    "ую": frozenset("бвзклмнпсф"),
    "ео": frozenset("бвгзклмнпсфх"),
}


def vowels_contradict(ours: str, theirs: str) -> bool:
    """Whether two plain words differ by a vowel as Belarusian and Russian never do.

    Such are ы for і, у for ю, о for е. Лысенка is not Лісенка, Карпюк not Карпук, Жуковіч not
    Жукевіч. The answer is no where one word is Latin, or has a vowel more.
    """
    one, other = _VOWEL.findall(ours), _VOWEL.findall(theirs)
    return bool(one) and len(one) == len(other) and any(map(_are_two, one, other))


def _are_two(one: str, other: str) -> bool:
    """Of two vowels, each with the consonant before it."""
    kinds = "".join(sorted(_CLASS.get(each[-1], "") for each in (one, other)))
    return kinds in _NEVER and {one[:-1], other[:-1]} <= _NEVER[kinds]
