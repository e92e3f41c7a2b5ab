"""How like two words are, as surnames or as given names."""

import itertools
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz.distance import OSA

from people.names.alignment import TwoLanguages, are_spellings_of_one
from people.names.folding import normalize_word, read_sounds
from people.names.given_names import find_fathers, find_full_names, fold_full_name, list_forms_in
from people.names.reasons import ReasonCode
from people.names.slips import Spelt, as_spelt, count_slips, is_cyrillic
from people.names.words import Word, parse_word, possible_initials

#: From 0 to 1, and why.
WordLikeness = tuple[float, ReasonCode]


#: Of words that are heard alike, whether or not every letter is told for: from, and to.
_SPELT, _ALIKE = (0.94, 1.0), (0.86, 0.89)


@lru_cache(maxsize=131072)
def compare_surnames(asked: str, known: str, languages: TwoLanguages) -> WordLikeness:
    """How like two words are as surnames; that of a woman and of a man are never the same.

    `languages`: those that the one may be written in, and those of the other.
    """
    ours, theirs = parse_word(asked), parse_word(known)
    if normalize_word(asked) == normalize_word(known):
        return 1.0, ReasonCode.SURNAME_SAME
    if set(ours.folds) & set(theirs.folds):
        is_one = are_spellings_of_one(asked, known, languages)
        code = _explain_spelling(ours, theirs, languages) if is_one else ReasonCode.SURNAME_ALIKE
        return _score_sounds(ours, theirs, is_one), code
    if _of_two_sexes(ours, theirs):
        return 0.6, ReasonCode.SURNAME_OF_OTHER_SEX
    score, slips = count_slips(as_spelt(ours), as_spelt(theirs))
    if not slips:
        return score, ReasonCode.SURNAME_DIFFERS
    codes = {1: ReasonCode.SURNAME_ONE_LETTER}
    return score, codes.get(slips, ReasonCode.SURNAME_SEVERAL_LETTERS)


def _score_sounds(ours: Word, theirs: Word, is_one: bool) -> float:
    """The nearer two words of one fold are heard, the likelier they are one name."""
    apart = min(OSA.distance(a, b) for a in ours.heard for b in theirs.heard)
    least, most = _SPELT if is_one else _ALIKE
    return max(most - 0.01 * apart, least)


def _explain_spelling(ours: Word, theirs: Word, languages: TwoLanguages) -> ReasonCode:
    if not languages[0] & languages[1] and is_cyrillic(ours.text) and is_cyrillic(theirs.text):
        return ReasonCode.SURNAME_IN_OTHER_LANGUAGE
    return ReasonCode.SURNAME_SPELT_DIFFERENTLY


def _of_two_sexes(ours: Word, theirs: Word) -> bool:
    return any(
        _is_pair(a, b) or _is_pair(b, a) for a in ours.folds for b in theirs.folds if a[:2] == b[:2]
    )


def _is_pair(his: str, hers: str) -> bool:
    """-оў and -ова, -ін and -іна, -скі and -ская: the surnames of one family."""
    if len(his) < 4:
        return False
    if his.endswith(("av", "in")):
        return hers == his + "a"
    return his.endswith("i") and hers == his[:-1] + "a"


@lru_cache(maxsize=131072)
def compare_given_names(asked: str, known: str, languages: TwoLanguages) -> WordLikeness:
    """How like two words are as given names, through the table of equivalents and diminutives."""
    ours, theirs = parse_word(asked), parse_word(known)
    if ours.initial or theirs.initial:
        return _compare_initials(ours, theirs)
    if normalize_word(asked) == normalize_word(known):
        return 1.0, ReasonCode.GIVEN_SAME
    ours_in_table = {name.key: name for name in ours.given}
    theirs_in_table = {name.key: name for name in theirs.given}
    shared = ours_in_table.keys() & theirs_in_table.keys()
    if shared:
        is_short = any(
            ours_in_table[key].is_short != theirs_in_table[key].is_short for key in shared
        )
        return _score_equivalent(ours, theirs, is_short)
    if (
        find_full_names(asked) & theirs_in_table.keys()
        or find_full_names(known) & ours_in_table.keys()
    ):
        return 0.8, ReasonCode.GIVEN_DIMINUTIVE
    if ours.given and theirs.given:
        return 0.15, ReasonCode.GIVEN_DIFFERS
    return _compare_letters(ours, theirs, languages)


def _score_equivalent(ours: Word, theirs: Word, is_short: bool) -> WordLikeness:
    if set(ours.folds) & set(theirs.folds):
        return 0.99, ReasonCode.GIVEN_SPELT_DIFFERENTLY
    if is_short:
        return 0.94, ReasonCode.GIVEN_DIMINUTIVE
    return 0.97, ReasonCode.GIVEN_IN_OTHER_LANGUAGE


def _compare_letters(ours: Word, theirs: Word, languages: TwoLanguages) -> WordLikeness:
    """Words that the table does not both know. The other's equivalents count as well: a slip may
    stand in the Russian form of a Belarusian name."""
    if set(ours.folds) & set(theirs.folds):
        if are_spellings_of_one(ours.text, theirs.text, languages):
            return 0.97, ReasonCode.GIVEN_SPELT_DIFFERENTLY
        return _ALIKE[1], ReasonCode.GIVEN_ALIKE
    score, slips = count_slips(_with_equivalents(ours), _with_equivalents(theirs))
    if slips == 1:
        return score, ReasonCode.GIVEN_ONE_LETTER
    if slips:
        return score, ReasonCode.GIVEN_SEVERAL_LETTERS
    return score * 0.8, ReasonCode.GIVEN_DIFFERS


def _with_equivalents(each: Word) -> Spelt:
    folds = (folded for name in each.given for folded in fold_full_name(name.key))
    return Spelt(normalize_word(each.text), each.heard, (*each.folds, *folds))


def _compare_initials(ours: Word, theirs: Word) -> WordLikeness:
    if possible_initials(ours) & possible_initials(theirs):
        return 0.6 if _heard_first(ours) & _heard_first(theirs) else 0.55, ReasonCode.GIVEN_INITIAL
    return 0.1, ReasonCode.GIVEN_INITIAL_DIFFERS


def _heard_first(each: Word) -> set[str]:
    """The sounds with which the word itself, its Belarusian and its Russian form begin.

    Sounds of other languages are further from an initial, and so are а and э for one another.
    """
    if each.initial and each.text[0] in "jJyY":
        return {"j", "i", "e"}
    return {sound[0] for sound in (*each.heard, *_usual_readings(each))}


def _usual_readings(each: Word) -> Iterator[str]:
    for name in each.given:
        for language in ("be", "ru"):
            yield from itertools.chain(*map(read_sounds, list_forms_in(name.key, language)[:1]))


@lru_cache(maxsize=16384)
def are_of_one_father(asked: str, known: str) -> bool:
    """Whether two patronymics are of one father's name; an initial agrees with what it begins."""
    ours, theirs = parse_word(asked), parse_word(known)
    if ours.initial or theirs.initial:
        return bool(possible_initials(ours) & possible_initials(theirs))
    return (
        bool(find_fathers(asked) & find_fathers(known))
        or count_slips(as_spelt(ours), as_spelt(theirs))[1] == 1
    )
