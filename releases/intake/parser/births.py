"""When somebody was born, as lists say it: a day, a year, or an age on the day of the list."""

import re
from datetime import date, timedelta

from django.core.exceptions import ValidationError

from publishing.dates import InexactDate
from publishing.dates.parser import read_friendly

YOUNGEST, OLDEST = 14, 110
#: “15 years” and no more may be somebody's sentence: the longest are of 25.
LONGEST_SENTENCE = 25

BEFORE = (
    r"(?:b|born|нар|нарадзіўся|нарадзілася|н|род|рожд|родился|родилась|р|ur|gim|geb)\.?"
    r"(?: у| в| on| in)?"
)
AFTER = (
    r"(?:г\.? ?р|г\.? ?н|р\.? ?н|г\.? ?нар|год[ау]? нараджэння|г\.? ?нараджэння"
    r"|год[ау]? рождения|г\.? ?рождения|г\.? ?род|года нар|г|нараджэння|рождения)\.?"
)
YEAR = r"(?:19|20)[0-9]{2}"
DAY = (
    r"(?:[0-9]{1,2}\. ?[0-9]{1,2}\. ?[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}|[0-9]{1,2}\.? [^\W\d_]+ [0-9]{4}"
    r"|[^\W\d_]+ [0-9]{1,2}, [0-9]{4})"
)
YEARS = r"(?P<years>years?|гадоў|гады|год|года|лет|lat|lata)"
AGE = r"(?P<is_age>aged?|узрост:?|возраст:?|wiek:?) "
OLD = r" ?(?P<is_old>old|y\.? ?o\.?)"

DATED = re.compile(rf"(?:{BEFORE} ?)?(?P<born>{DAY}|{YEAR})(?: ?{AFTER})?", re.IGNORECASE)
AGED = re.compile(rf"(?:{AGE})?(?P<age>[0-9]{{1,3}})(?: ?{YEARS})?(?:{OLD})?", re.IGNORECASE)


def birth_of(words: str, on: date) -> str:
    """The day, year or span of birth that `words` are, and nothing else, as EDTF; "" for no such.

    `on` is the day on which an age was counted.
    """
    words = " ".join(words.split()).strip(" .")
    if found := DATED.fullmatch(words):
        return _parse_dated(found["born"], on)
    if found := AGED.fullmatch(words):
        may_be_sentence = found["years"] and not (found["is_age"] or found["is_old"])
        least = LONGEST_SENTENCE + 1 if may_be_sentence else YOUNGEST
        return _parse_aged(int(found["age"]), on) if least <= int(found["age"]) <= OLDEST else ""
    return ""


def _parse_dated(words: str, on: date) -> str:
    """A slash parts day and month in the order of the day first, as all these countries write."""
    try:
        value = read_friendly(words.replace("/", ".").replace(". ", "."))
    except ValidationError:
        return ""
    years = on.year - value.earliest.year if value.earliest else 0
    return value.value if YOUNGEST <= years <= OLDEST else ""


def _parse_aged(age: int, on: date) -> str:
    first, last = _years_before(on, age + 1) + timedelta(days=1), _years_before(on, age)
    return InexactDate(f"{first:%Y-%m-%d}/{last:%Y-%m-%d}").value


def _years_before(day: date, years: int) -> date:
    """29 February counts as 28 February in a common year: an age then is right either way."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
