"""The same name in the other language: given names by the table, surnames by rules."""

import re

from rapidfuzz.distance import OSA

from people.names.given_names import find_given_names, list_forms_in
from people.names.tables import load_table

#: From where a country's own given name stands for a transliterated one.
_NEAR = 0.65


def _split_rule(rule: str) -> tuple[str, str]:
    found, _arrow, written = rule.partition(" →")
    return found, written.strip()


_TABLE = load_table("equivalents")
_TO_RUSSIAN = {**load_table("surnames")["beginnings"], **_TABLE["roots"]}
_TO_BELARUSIAN = {theirs: ours for ours, theirs in _TO_RUSSIAN.items()}
_ROOTS = {"ru": _TO_RUSSIAN, "be": _TO_BELARUSIAN}
_RULES = {
    language: [(re.compile(found), written) for found, written in map(_split_rule, _TABLE[rules])]
    for language, rules in (("ru", "to_russian"), ("be", "to_belarusian"), ("pl", "to_polish"))
}


def convert_given_name(word: str, language: str) -> str:
    """A given name in a language of the table.

    The answer is "" where the table does not know the name. A diminutive has no one equivalent.
    """
    found = [name for name in find_given_names(word) if not name.is_short]
    return next(iter(list_forms_in(found[0].key, language)), "") if found else ""


def find_nearest_given_name(word: str, written: str, language: str) -> str:
    """Of a language's own forms of a given name the nearest to `written`, "" if none is near.

    Alexander stands for Aleksandr, and Paul does not stand for Pavel.
    """
    own = [
        each for name in find_given_names(word)[:1] for each in list_forms_in(name.key, language)
    ]
    nearest = max(own, key=lambda each: _measure_likeness(each, written), default="")
    return nearest if _measure_likeness(nearest, written) >= _NEAR else ""


def _measure_likeness(one: str, other: str) -> float:
    return float(OSA.normalized_similarity(one, other))


def convert_surname(word: str, language: str) -> str:
    """A surname in Belarusian ("be"), Russian ("ru") or the Polish way ("pl"), by its letters."""
    written, rest = _convert_root(word, language)
    rest = written[-1:] + rest  # a rule may look at the letter before
    for found, replacement in _RULES[language]:
        rest = found.sub(replacement, rest)
    return written[:-1] + rest


def _convert_root(word: str, language: str) -> tuple[str, str]:
    """The root that the table knows, converted, and what is left for the rules."""
    roots = _ROOTS.get(language, {})
    for length in range(len(word) - 1, 1, -1):
        if word[:length] in roots:
            return roots[word[:length]], word[length:]
    return "", word
