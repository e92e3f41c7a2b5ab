"""In which languages a name may be written, as far as its spelling shows."""

import re
from functools import lru_cache

from people.names.alignment import Languages, are_spellings_of_one
from people.names.given_names import find_given_names, list_forms_in
from people.names.tables import load_table

_FOREIGN = {
    language: [re.compile(found) for found in signs]
    for language, signs in load_table("spelling")["foreign_to"].items()
}
_KNOWN: Languages = frozenset(_FOREIGN)
_NEIGHBOURS = frozenset({"pl", "lt", "de", "fr"})


def find_languages(family: tuple[str, ...], given: tuple[str, ...], told: str = "") -> Languages:
    """The languages of a surname: those that its letters allow, and its given names beside it.

    Where these are of another language, or another was told, it may be of either. Ukrainian letters
    are those of its neighbours: it is meant where a given name says so, or nothing else can be.
    """
    found = _allow_by_letters("-".join(family))
    beside = [_KNOWN & {told}, *map(_allow_given_name, given)]
    for also in beside:
        found = found & also or found | also
    return found if {"uk"} in beside else found - {"uk"} or found


@lru_cache(maxsize=16384)
def _allow_by_letters(text: str) -> Languages:
    text = text.lower()
    return frozenset(
        language
        for language, signs in _FOREIGN.items()
        if not any(sign.search(text) for sign in signs)
    )


@lru_cache(maxsize=16384)
def _allow_given_name(word: str) -> Languages:
    """The languages of which a form is written so, or else those that the letters allow.

    A neighbour's own form says nothing: its press writes every name so.
    """
    found = frozenset(each for each in (*_KNOWN, *_NEIGHBOURS) if _has_form(word, each))
    if found & _NEIGHBOURS:
        return _KNOWN
    return found or _allow_by_letters(word)


def _has_form(word: str, language: str) -> bool:
    forms = (each for name in find_given_names(word) for each in list_forms_in(name.key, language))
    if language in _NEIGHBOURS:
        return word in forms
    own = frozenset({language})
    return any(are_spellings_of_one(word, form, (own, own)) for form in forms)
