"""What a written word sounds like, so that honest spellings in any alphabet meet.

`read_sounds` writes a word down as it is heard, once for each way in which its letters may be
meant. `fold_sounds` then drops what Belarusian, Russian and their romanisations write differently.
"""

import itertools
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from people.names.tables import load_table

#: Ways in which one word may be meant; more of them would only blur it.
READINGS = 3
#: Letters of one word that are looked at.
LETTERS = 60

_LETTERS = load_table("letters")
_CYRILLIC: dict[str, str] = _LETTERS["cyrillic"]
_LATIN: dict[str, list[str]] = {k: v.split(" ") for k, v in _LETTERS["latin"].items()}
_TWINS = {script: str.maketrans(letters) for script, letters in _LETTERS["twins"].items()}
_VARIANTS = str.maketrans(_LETTERS["variants"])
_CYRILLIC_PARTS = re.compile("дз|дж|тс|.", re.S)
_LATIN_PARTS = re.compile("|".join([*sorted(_LATIN, key=len, reverse=True), "."]), re.S)

_IS_CYRILLIC = re.compile("[Ѐ-ӿ]")
_IS_LATIN = re.compile("[a-zß-ɏ]")
_SLAVIC_LATIN = re.compile("[šśžźżčćńłŭ]|sz|cz")
_ENGLISH = re.compile("(?<!s)sh|zh|kh|ts")
_FRENCH: dict[str, str] = _LETTERS["french"]
_FRENCH_PARTS = re.compile("|".join(_FRENCH))
_FRENCH_SIGNS = re.compile("ou(?!sk|$)|tch|ine$|^j(?=[bdglmnrv])")
_GERMAN_SIGNS = re.compile("w|sch")
_GERMAN_S = re.compile("(?<!s)s(?=[aeiouyjlnmbgdrw])|z")
_FRENCH_GU = re.compile("gu(?=[eiéèy])")
_FOLDED = str.maketrans({"o": "a", "e": "a", "c": "t", "C": "t", "S": "s", "Z": "z", "j": None})

_U_BEHIND_A_VOWEL = re.compile("(?<=[aeo])u")
_U_BEFORE_CONSONANT = re.compile("^u(?=[^aeoiu])")
_SOFT_AT_THE_START = re.compile("^i+(?=[aou])")
_SOFT = re.compile("i+(?=[aeou])")
_DOUBLE = re.compile(r"(.)\1+", re.S)


def normalize_word(word: str) -> str:
    """Lower case and composed, in one script, its letters and digits alone: no signs.

    Signs are apostrophes and hyphens too.
    """
    composed = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", word).casefold())
    letters = "".join(
        sign for sign in composed if sign.isalnum() and not "\u02b0" <= sign <= "\u02ff"
    )
    return _unmix_scripts(letters.translate(_VARIANTS))


def _unmix_scripts(letters: str) -> str:
    """Letters of two alphabets in the one that all of them have, or else that of most of them.

    A keyboard or a scanner takes a letter's twin of the other alphabet, or 3 for з and 0 for о.
    """
    cyrillic, latin = len(_IS_CYRILLIC.findall(letters)), len(_IS_LATIN.findall(letters))
    if not cyrillic:
        return letters
    into = {script: letters.translate(twins) for script, twins in _TWINS.items()}
    if not _IS_LATIN.search(into["cyrillic"]):
        return into["cyrillic"]
    is_latin = latin > cyrillic or not _IS_CYRILLIC.search(into["latin"])
    return into["latin" if is_latin else "cyrillic"]


@lru_cache(maxsize=65536)
def read_sounds(word: str) -> tuple[str, ...]:
    """The word as heard, the likeliest reading first; vowels and sibilants still told apart."""
    letters = normalize_word(word[:LETTERS])
    if _IS_CYRILLIC.search(letters):
        readings = _read_cyrillic(letters)
    else:
        readings = _read_latin(letters) if _IS_LATIN.search(letters) else [letters]
    heard = dict.fromkeys(_simplify_sounds(reading) for reading in readings)
    return tuple(sound for sound in heard if sound)[:READINGS]


@lru_cache(maxsize=65536)
def fold_sounds(heard: str) -> str:
    """One key for what the languages and their schemes write differently.

    Such are а and о, я and е, ц and т, hushing and hissing sounds. A word that would vanish stays
    as heard.
    """
    return collapse_doubles(heard.translate(_FOLDED)) or heard


def collapse_doubles(letters: str) -> str:
    """With every letter that stands twice or more in a row written once."""
    return _DOUBLE.sub(r"\1", letters)


def _read_cyrillic(letters: str) -> list[str]:
    heard = "".join(
        _CYRILLIC.get(part) or _read_bare_letter(part) for part in _CYRILLIC_PARTS.findall(letters)
    )
    readings = [heard.replace("w", "v")]
    if "iw" in heard:
        readings.append(heard.replace("iw", "iu").replace("w", "v"))
    return readings


def _read_bare_letter(letter: str) -> str:
    if letter in _CYRILLIC:
        return ""
    base = unicodedata.normalize("NFD", letter)[0]
    return _CYRILLIC.get(base, base)


def _read_latin(letters: str) -> list[str]:
    """The readings of Latin letters: by Slavic and English habits.

    A word whose spelling allows it has a French or a German reading too.
    """
    letters = _FRENCH_GU.sub("g", letters)
    readings = _list_readings(letters)
    if not _SLAVIC_LATIN.search(letters):
        foreign = [_list_readings(each)[0] for each in _respell_foreign(letters)]
        readings = [*readings[: READINGS - len(foreign)], *foreign]
    return readings


def _respell_foreign(letters: str) -> Iterator[str]:
    if _FRENCH_SIGNS.search(letters):
        french = _FRENCH_PARTS.sub(lambda part: _FRENCH[part[0]], letters)
        yield french[:-1] if french.endswith("ine") else french
    if _GERMAN_SIGNS.search(letters) and _GERMAN_S.search(letters):
        yield _GERMAN_S.sub(lambda part: "c" if part[0] == "z" else "z", letters)


def _list_readings(letters: str) -> list[str]:
    """Every reading of the letters; the same group is meant the same way throughout a word."""
    parts = _LATIN_PARTS.findall(letters)
    meant = {part: _list_meanings(part, letters) for part in parts}
    groups = [part for part, ways in meant.items() if len(ways) > 1][:2]
    readings = []
    for ways in itertools.product(*(meant[group] for group in groups)):
        chosen = dict(zip(groups, ways, strict=True))
        readings.append("".join(chosen.get(part, meant[part][0]) for part in parts))
    return readings


def _list_meanings(part: str, letters: str) -> list[str]:
    """What a group of Latin letters may stand for in this word."""
    ways = _LATIN.get(part)
    if ways is None:
        base = unicodedata.normalize("NFD", part)[0]
        return _LATIN.get(base, [base])[:1]
    if len(ways) > 1:
        return _choose_by_habit(part, letters) or ways
    return ways


def _choose_by_habit(part: str, letters: str) -> list[str] | None:
    """Which habit of spelling the rest of the word shows, where it shows one."""
    slavic, english = _SLAVIC_LATIN.search(letters), _ENGLISH.search(letters)
    german = "tsch" in letters or "sch" in letters
    match part:
        case "ch" if slavic or german:
            return ["h"]
        case "ch" if english or letters.endswith(("vich", "ich")):
            return ["C"]
        case "c" if slavic or re.search("c(?=[eiy])|c$", letters):
            return ["c"]
        case "x" if not slavic:
            return ["ks"]
        case "rz" if english or not slavic:
            return ["rz"]
        case "sch" if "tsch" in letters or letters.endswith("sch"):
            return ["S", "Z"]
    return None


def _simplify_sounds(letters: str) -> str:
    heard = _U_BEFORE_CONSONANT.sub("v", _U_BEHIND_A_VOWEL.sub("v", letters))
    heard = _SOFT.sub("", _SOFT_AT_THE_START.sub("j", heard))
    heard = heard.replace("cc", "c").replace("tc", "c").replace("dc", "c")
    return collapse_doubles(heard)
