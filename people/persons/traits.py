"""By what a person is known again after their record is erased; only marks of these are kept."""

from collections.abc import Iterable, Iterator

from people.names import Description, Span, WrittenName, derive_keys
from people.names.folding import normalize_word

#: A span of more years says nothing about a birth.
MOST_YEARS = 10
#: Lists count years and type them by hand: a birth a year off is asked for too.
OFF_BY = 1


def list_traits(known: Description, numbers: Iterable[tuple[str, str]]) -> Iterator[str]:
    """What a person is marked by: each name, alone and with each year of birth, and each number."""
    years = _list_years(known.born)
    for name in _list_names(known.names):
        yield name
        yield from (f"{name}, born {year}" for year in years or ("?",))
    yield from _list_numbers(numbers)


def ask_traits(asked: Description, numbers: Iterable[tuple[str, str]] = ()) -> Iterator[str]:
    """What somebody who was forgotten would be marked by, if it is they whom a list or form names.

    A name is enough where one of the two births is not known; two births must agree.
    """
    years = _list_years(asked.born)
    near = range(years[0] - OFF_BY, years[-1] + OFF_BY + 1) if years else ()
    for name in _list_names(asked.names):
        if not years:
            yield name
        else:
            yield from (f"{name}, born {year}" for year in (*near, "?"))
    yield from _list_numbers(numbers)


def _list_names(names: Iterable[WrittenName]) -> set[str]:
    """Each name as its letters are, and as it is heard in any spelling and order of its words.

    What is heard follows rules that may change, and no mark can be made anew; letters stay.
    """
    heard = {f"heard {key}" for name in names for key in derive_keys(name).whole}
    written = {" ".join(sorted(map(normalize_word, name.text.split()))) for name in names}
    return heard | {f"written {words}" for words in written if words.strip()}


def _list_years(born: Span | None) -> list[int]:
    first, last = born or (None, None)
    if first is None or last is None or last.year - first.year > MOST_YEARS:
        return []
    return list(range(first.year, last.year + 1))


def _list_numbers(numbers: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield from (f"number {scheme} {value}" for scheme, value in numbers if value)
