"""A coarse sound of a word: its consonants, so that slips of the ear and of the hand still meet."""

from functools import lru_cache

#: Voiced and voiceless, and kh that is often written k, are one.
_COARSE = str.maketrans("bdvzhkgq", "ptfskkkk")
_VOWELS = str.maketrans("", "", "aeiouj")


@lru_cache(maxsize=65536)
def phonetic_key(folded: str) -> str:
    """The consonants of a folded word; with fewer than two of them, the whole word."""
    coarse = folded.translate(_COARSE)
    consonants = coarse.translate(_VOWELS)
    kept = "".join(
        letter for index, letter in enumerate(consonants) if consonants[index - 1 : index] != letter
    )
    return kept if len(kept) > 1 else coarse
