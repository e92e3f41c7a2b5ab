"""How like two whole names are: surname to surname and given name to given name."""

from functools import lru_cache
from itertools import repeat
from statistics import fmean as mean
from typing import NamedTuple

from people.names import likeness
from people.names.alignment import TwoLanguages
from people.names.reasons import Reason, ReasonCode
from people.names.roles import Roles

_SURNAME, _GIVEN = 0.55, 0.45
#: What a part counts that one of the two does not have.
_NO_SURNAME, _NO_GIVEN = 0.2, 0.45
#: Where one of the two has given names that the other leaves out.
_FEWER_GIVEN = 0.98
_SLIP = 0.86
_SWAPPED = Reason(ReasonCode.ORDER_SWAPPED)

PartWords = tuple[str, ...]
PartLikeness = tuple[float, Reason]


class NameLikeness(NamedTuple):
    """From 0 to 1, as a whole and by its parts, and why."""

    score: float
    surname: float
    given: float
    reasons: tuple[Reason, ...]


NOTHING = NameLikeness(0.0, 0.0, 0.0, ())
_SAME_WORDS = NameLikeness(
    1.0, 1.0, 1.0, (Reason(ReasonCode.SURNAME_SAME), Reason(ReasonCode.GIVEN_SAME))
)


def compare_names(asked: Roles, known: Roles) -> NameLikeness:
    """The likeness of two names. Where their order is a guess, the other order is tried too."""
    if not asked.letters or not known.letters:
        return NOTHING
    if asked.letters == known.letters and asked.is_full and not asked.given:
        return NameLikeness(1.0, 1.0, 1.0, (Reason(ReasonCode.SURNAME_SAME, *asked.family * 2),))
    if _are_same_words(asked, known):
        return _SAME_WORDS
    languages = (asked.languages, known.languages)
    found = _compare_aligned(asked.family, asked.given, known.family, known.given, languages)
    is_swapped = asked.is_family_first != known.is_family_first
    if not (asked.is_certain and known.is_certain):
        crossed = max(
            _compare_aligned(asked.given, asked.family, known.family, known.given, languages),
            _compare_aligned(asked.family, asked.given, known.given, known.family, languages),
            key=lambda likeness: likeness.score,
        )
        if crossed.score > found.score:
            found, is_swapped = crossed, not is_swapped
    if is_swapped and asked.is_full and known.is_full:
        found = found._replace(reasons=(*found.reasons, _SWAPPED))
    return _with_patronymics(found, asked, known)


def _are_same_words(asked: Roles, known: Roles) -> bool:
    """Whether two names sorted differently are one: the one tells its surname, which stands first
    or last in the other. So Fernández López, María José is María José Fernández López."""
    if asked.letters != known.letters or asked.family == known.family:
        return False
    if not (asked.is_full and known.is_full) or min(map(len, asked.words)) == 1:
        return False
    return any(
        told.is_certain and other.words in (told.words, _swap_parts(told))
        for told, other in ((asked, known), (known, asked))
    )


def _swap_parts(told: Roles) -> tuple[str, ...]:
    """The words of a name that tells its surname, with the surname at the other end."""
    count = len(told.family if told.is_family_first else told.given)
    return told.words[count:] + told.words[:count]


def _with_patronymics(found: NameLikeness, asked: Roles, known: Roles) -> NameLikeness:
    if not asked.patronymics or not known.patronymics:
        return found
    ours, theirs = asked.patronymics[0], known.patronymics[0]
    agrees = likeness.are_of_one_father(ours, theirs)
    code = ReasonCode.PATRONYMIC_AGREES if agrees else ReasonCode.PATRONYMIC_DIFFERS
    score = found.score if agrees else found.score * 0.8
    return found._replace(score=score, reasons=(*found.reasons, Reason(code, ours, theirs)))


@lru_cache(maxsize=65536)
def _compare_aligned(
    family: PartWords,
    given: PartWords,
    known_family: PartWords,
    known_given: PartWords,
    languages: TwoLanguages,
) -> NameLikeness:
    surname, why = _compare_surnames(family, known_family, languages)
    name, also = _compare_given_names(given, known_given, languages)
    score = _SURNAME * surname + _GIVEN * name
    return NameLikeness(score, surname, name, (why, also))


def _compare_surnames(asked: PartWords, known: PartWords, languages: TwoLanguages) -> PartLikeness:
    if not asked or not known:
        return _NO_SURNAME, _make_reason(ReasonCode.SURNAME_MISSING, asked, known)
    whole, why = likeness.compare_surnames("".join(asked), "".join(known), languages)
    if whole < _SLIP and (len(asked) > 1 or len(known) > 1):
        part, why = _compare_parts(asked, known, languages)
        whole = max(whole, part)
    return whole, _make_reason(why, asked, known)


def _compare_parts(
    asked: PartWords, known: PartWords, languages: TwoLanguages
) -> likeness.WordLikeness:
    """A surname of several words: each has to agree, in their order; else they agree in part."""
    few, many = sorted((asked, known), key=len)
    score, why = _find_each(few, many, languages)
    if len(few) == len(many):
        ordered = min(map(likeness.compare_surnames, few, many, repeat(languages)))
        score, why = min((score, why), _find_each(many, few, languages))
        if ordered[0] >= score:
            return ordered
    return (0.9 * score, ReasonCode.SURNAME_PART) if score >= _SLIP else (score, why)


def _find_each(
    words: PartWords, among: PartWords, languages: TwoLanguages
) -> likeness.WordLikeness:
    """How like the word is that finds its like least."""
    return min(
        max(likeness.compare_surnames(one, other, languages) for other in among) for one in words
    )


def _compare_given_names(
    asked: PartWords, known: PartWords, languages: TwoLanguages
) -> PartLikeness:
    """People leave out the second given name; two that are written have both to agree."""
    if not asked or not known:
        return _NO_GIVEN, _make_reason(ReasonCode.GIVEN_MISSING, asked, known)
    few, many = sorted((asked, known), key=len)
    score, why = _average_given(few, many, languages)
    if 1 < len(few) == len(many):
        score, why = min((score, why), _average_given(many, few, languages))
    score *= 1 if len(few) == len(many) else _FEWER_GIVEN
    return score, _make_reason(why, asked, known)


def _average_given(
    few: PartWords, many: PartWords, languages: TwoLanguages
) -> likeness.WordLikeness:
    """How each finds its like, on average; an initial says nothing more beside a whole name."""
    found = [
        max(likeness.compare_given_names(one, other, languages) for other in many) for one in few
    ]
    if len(found) == 1:
        return found[0]
    whole = [each for each in found if each[1] != ReasonCode.GIVEN_INITIAL] or found
    return mean(score for score, _why in whole), min(whole)[1]


def _make_reason(code: ReasonCode, asked: PartWords, known: PartWords) -> Reason:
    return Reason(code, " ".join(asked), " ".join(known))
