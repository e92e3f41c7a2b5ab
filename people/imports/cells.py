"""One cell at a time: from what lists print to what we keep. Pure functions, cached by text."""

import re
from functools import lru_cache
from typing import NamedTuple

from django.core.exceptions import ValidationError

from people.persons.enums import Script, SentenceKind, Sex
from publishing.dates.parser import read_friendly

#: What lists print for “nothing”.
EMPTY = {"", "false", "null", "none", "nan", "n/a", "-", "–", "—"}
SEXES = {
    **dict.fromkeys(("m", "male", "man", "м", "муж", "мужской", "мужчына", "мужчина"), Sex.MALE),
    **dict.fromkeys(
        ("f", "female", "woman", "ж", "жен", "женский", "жанчына", "женщина"), Sex.FEMALE
    ),
    **dict.fromkeys(("мужчынскі",), Sex.MALE),
    **dict.fromkeys(("жаночы",), Sex.FEMALE),
}
ACTIVE, FORMER, NO_DESIGNATION = "active", "former", "np"
STATUSES = {
    "active": ACTIVE,
    "former": FORMER,
    "np": NO_DESIGNATION,
    "политзаключённый": ACTIVE,
    "политзаключенный": ACTIVE,
    "политзаключённая": ACTIVE,
    "политзаключенная": ACTIVE,
    "бывший политзаключённый": FORMER,
    "бывший политзаключенный": FORMER,
    "бывшая политзаключённая": FORMER,
    "бывшая политзаключенная": FORMER,
    "без статуса": NO_DESIGNATION,
}
MIDNIGHT = re.compile(r"[T ]00:00(:00(\.0+)?)?(Z|\+00:00)?$")
INITIALS = re.compile(r"(?:[^\W\d_]\.\s*)+")
TWO_PEOPLE = re.compile(r"\S\s*(?:;|/|,\s+[^\W\d_]{2,}\s+[^\W\d_]\.)\s*\S")


def clean_cell(cell: str) -> str:
    """The cell, or "" for what means nothing."""
    return "" if cell.casefold() in EMPTY else cell


@lru_cache(maxsize=65_536)
def parse_date(cell: str) -> str | None:
    """EDTF; None where it cannot be read."""
    try:
        return read_friendly(MIDNIGHT.sub("", cell.strip())).value
    except ValidationError:
        return None


class NameParts(NamedTuple):
    text: str
    given: str
    family: str
    script: Script
    is_mixed: bool
    has_initials: bool


@lru_cache(maxsize=4_096)
def parse_name(cell: str, surname_first: bool) -> NameParts:
    """A name as printed; its parts only where its order is known and it has no initials."""
    text = " ".join(cell.split())
    cyrillic = bool(re.search(r"[\u0400-\u04ff]", text))
    latin = bool(re.search(r"[A-Za-z\u00c0-\u024f]", text))
    initials = bool(INITIALS.search(text + " ")) or all(len(word) == 1 for word in text.split()[1:])
    words = text.replace(",", " ").split()
    first, last = "", ""
    if surname_first and 2 <= len(words) <= 3:
        last, first = words[0], "" if initials else words[1]
    script = Script.CYRILLIC if cyrillic else Script.LATIN
    return NameParts(text, first[:100], last[:100], script, cyrillic and latin, initials)


@lru_cache(maxsize=16_384)
def parse_articles(cell: str) -> tuple[tuple[str, str], ...]:
    """Pairs of article and part: “13+293(1)” is two, as is “ст. 342 ч. 1, ст. 130 ч. 3”."""
    found: list[tuple[str, str]] = []
    for match in ARTICLE.finditer(cell.casefold()):
        article = match["after"] or match["article"]
        part = match["bracket"] or match["part"] or match["before"] or ""
        if (article, part) not in found:
            found.append((article, part))
    return tuple(found)


ARTICLE = re.compile(
    r"(?:(?:part|п\.?|ч\.?|часть|частка)\s*(?P<before>\d+)\s*,?\s*(?:of\s+)?"
    r"(?:art\w*\.?|ст\.?|статьи|арт\w*\.?)?\s*(?P<after>\d{2,3}(?:-\d+)?))"
    r"|(?P<article>\d{2,3}(?:-\d+)?)(?:\s*\((?P<bracket>\d+)\)"
    r"|\s*,?\s*(?:part|п\.|ч\.?|часть|частка)\s*(?P<part>\d+)(?!\s*(?:art|ст|арт)))?"
)

#: The kind of a penalty by a word of it; the first that is found, so the narrower stand first.
PENALTIES = (
    (r"home|domash|дома|дамашн|хатн", SentenceKind.HOME_CONFINEMENT),
    (r"khimi|restrict|open|хими|хімі|ограничени|абмежаванн", SentenceKind.OPEN_TYPE_FACILITY),
    (r"death|смертн|расстрел", SentenceKind.DEATH),
    (r"life (?:imp|sent)|пожизн|пажыццёв", SentenceKind.LIFE_IMPRISONMENT),
    (r"correctional labou?r|исправительны[ех] работ", SentenceKind.CORRECTIONAL_LABOUR),
    (r"community service|общественны[ех] работ", SentenceKind.COMMUNITY_SERVICE),
    (r"treatment|принудительн\w+ лечен", SentenceKind.COMPULSORY_TREATMENT),
    (r"suspend|deferr|отсроч|условн", SentenceKind.SUSPENDED),
    (
        r"prison|colony|imprison|deprivation|колони|калоні|лишени|лишэнн|тюр|турм",
        SentenceKind.IMPRISONMENT,
    ),
    (r"arrest|арест|арышт", SentenceKind.ARREST),
    (r"\bfine|штраф", SentenceKind.FINE),
)
YEARS = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:years?|y\b|год|лет|гадоў|г\.)")
MONTHS = re.compile(r"(\d+)\s*(?:months?|mos?\b|мес|месяц)")


@lru_cache(maxsize=16_384)
def parse_penalty(cell: str) -> tuple[SentenceKind | None, int | None]:
    """The kind of a penalty and its months, each None where it is not said in words we know."""
    text = cell.casefold()
    kind = next((kind for words, kind in PENALTIES if re.search(words, text)), None)
    years, months = YEARS.search(text), MONTHS.search(text)
    if not years and not months:
        return kind, None
    total = float(years[1].replace(",", ".")) * 12 if years else 0.0
    return kind, round(total + (int(months[1]) if months else 0))


def is_two_people(cell: str) -> bool:
    return bool(TWO_PEOPLE.search(cell))
