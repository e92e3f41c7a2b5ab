"""Dates in words, in the seven languages.

Each language has the whole phrase for each form: for a day, a month and a year in turn. Phrases are
CLDR date patterns: `MMMM` is the genitive of the month where a language has one, `LLLL` the
nominative, and words stand in quotes. Nothing is glued from pieces, because cases differ:
Belarusian «не пазней за снежань» is accusative, Russian «не позднее декабря» genitive.
"""

from datetime import date
from functools import lru_cache

from babel.dates import format_date

PLACE = {10: 0, 7: 1, 4: 2}

WORDS: dict[str, dict[str, tuple[str, ...]]] = {
    "be": {
        "exact": ("d MMMM y 'г'.", "LLLL y 'г'.", "y 'г'."),
        "about": ("'каля' d MMMM y 'г'.", "'каля' MMMM y 'г'.", "'каля' y 'г'."),
        "before": ("'не пазней за' d MMMM y 'г'.", "'не пазней за' LLLL y 'г'.",
                   "'не пазней за' y 'г'."),
        "after": ("'не раней за' d MMMM y 'г'.", "'не раней за' LLLL y 'г'.",
                  "'не раней за' y 'г'."),
        "unknown": ("невядома",),
    },
    "ru": {
        "exact": ("d MMMM y 'г'.", "LLLL y 'г'.", "y 'г'."),
        "about": ("'около' d MMMM y 'г'.", "'около' MMMM y 'г'.", "'около' y 'г'."),
        "before": ("'не позднее' d MMMM y 'г'.", "'не позднее' MMMM y 'г'.",
                   "'не позднее' y 'г'."),
        "after": ("'не ранее' d MMMM y 'г'.", "'не ранее' MMMM y 'г'.", "'не ранее' y 'г'."),
        "unknown": ("неизвестно",),
    },
    "en": {
        "exact": ("d MMMM y", "MMMM y", "y"),
        "about": ("'about' d MMMM y", "'about' MMMM y", "'about' y"),
        "before": ("'not after' d MMMM y", "'not after' MMMM y", "'not after' y"),
        "after": ("d MMMM y 'or later'", "MMMM y 'or later'", "y 'or later'"),
        "unknown": ("unknown",),
    },
    "lt": {
        "exact": ("y 'm'. MMMM d 'd'.", "y 'm'. MMMM 'mėn'.", "y 'm'."),
        "about": ("'apie' y 'm'. MMMM d 'd'.", "'apie' y 'm'. MMMM 'mėn'.", "'apie' y 'm'."),
        "before": ("'ne vėliau kaip' y 'm'. MMMM d 'd'.", "'ne vėliau kaip' y 'm'. MMMM 'mėn'.",
                   "'ne vėliau kaip' y 'm'."),
        "after": ("'ne anksčiau kaip' y 'm'. MMMM d 'd'.",
                  "'ne anksčiau kaip' y 'm'. MMMM 'mėn'.", "'ne anksčiau kaip' y 'm'."),
        "unknown": ("nežinoma",),
    },
    "pl": {
        "exact": ("d MMMM y", "LLLL y", "y"),
        "about": ("'około' d MMMM y", "'około' MMMM y", "'około' y 'r'."),
        "before": ("'nie później niż' d MMMM y", "'nie później niż' LLLL y",
                   "'nie później niż' y 'r'."),
        "after": ("'nie wcześniej niż' d MMMM y", "'nie wcześniej niż' LLLL y",
                  "'nie wcześniej niż' y 'r'."),
        "unknown": ("nie wiadomo",),
    },
    "uk": {
        "exact": ("d MMMM y 'р'.", "LLLL y 'р'.", "y 'р'."),
        "about": ("'близько' d MMMM y 'р'.", "'близько' MMMM y 'р'.", "'близько' y 'р'."),
        "before": ("'не пізніше' d MMMM y 'р'.", "'не пізніше' MMMM y 'р'.",
                   "'не пізніше' y 'р'."),
        "after": ("'не раніше' d MMMM y 'р'.", "'не раніше' MMMM y 'р'.", "'не раніше' y 'р'."),
        "unknown": ("невідомо",),
    },
    "de": {
        "exact": ("d. MMMM y", "MMMM y", "y"),
        "about": ("'um den' d. MMMM y", "'um' MMMM y", "'um' y"),
        "before": ("'spätestens am' d. MMMM y", "'spätestens im' MMMM y", "'spätestens' y"),
        "after": ("'frühestens am' d. MMMM y", "'frühestens im' MMMM y", "'frühestens' y"),
        "unknown": ("unbekannt",),
    },
}  # fmt: skip


@lru_cache(maxsize=16384)
def date_in_words(precision: str, points: tuple[str, ...], language: str) -> str:
    """The words for a reading of a date; a language that is not ours gets English."""
    words = WORDS.get(language.partition("-")[0], WORDS["en"])
    if precision == "unknown":
        return words["unknown"][0]
    form = precision if precision in words else "exact"
    locale = language.partition("-")[0] if words is not WORDS["en"] else "en"
    return " – ".join(_in_words(point, words[form], locale) for point in points)


def _in_words(point: str, patterns: tuple[str, ...], locale: str) -> str:
    first_day = date.fromisoformat((point + "-01-01")[:10])
    return format_date(first_day, patterns[PLACE[len(point)]], locale=locale)
