import unicodedata
from typing import NamedTuple

from people.names.written import WrittenName


class NameKeys(NamedTuple):
    """What finds a name again; equal keys mean that two spellings may be one name.

    `words`: the normalised keys of each word, one for each way in which it may be meant.
    `whole`: the keys of the whole name, its words in alphabetical order, one per distinct form.
    `sounds`: phonetic keys of the words, coarser than `words`.
    """

    words: tuple[str, ...]
    whole: tuple[str, ...]
    sounds: tuple[str, ...]


def keys(name: WrittenName) -> NameKeys:
    words = sorted({_folded(word) for word in name.text.replace(",", " ").split()} - {""})
    return NameKeys(tuple(words), (" ".join(words),), tuple(words))


def _folded(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in plain if letter.isalnum())
