"""Surnames that Belarusian and Russian do not merely spell differently."""

from functools import lru_cache

from people.names.folding import fold_sounds, read_sounds
from people.names.tables import load_table

_BEGINNINGS: dict[str, str] = load_table("surnames")["beginnings"]


def _fold_surname(text: str) -> str:
    return fold_sounds(read_sounds(text)[0])


_FOLDED = {_fold_surname(ours): _fold_surname(theirs) for ours, theirs in _BEGINNINGS.items()}
_LONGEST = max(map(len, _FOLDED))


@lru_cache(maxsize=65536)
def fold_in_russian(folded: str) -> str:
    """The fold of a Belarusian surname's Russian equivalent, the same fold where they agree."""
    for length in range(min(_LONGEST, len(folded) - 1), 2, -1):
        if folded[:length] in _FOLDED:
            return _FOLDED[folded[:length]] + folded[length:]
    return folded
