"""The parameters of an address, read strictly: what is unknown, empty or said twice is refused."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

import django_filters
from django.db.models import QuerySet
from django.http import QueryDict

from publishing.api import cursors
from publishing.api.paging import Order, Place, order_of, place_of
from publishing.api.problems import refuse, wrong

OF_EVERY_LIST = ("cursor", "fields", "format", "ordering", "page_size")
MOST_ROWS, ROWS = 100, 50
LONGEST = 1000


class Asked(NamedTuple):
    """What a request for a list wants of it."""

    rows: QuerySet
    fields: list[str]
    order: Order
    place: Place | None
    size: int


def given(query: QueryDict, allowed: Collection[str]) -> dict[str, str]:
    """The parameters by name, each said once and not empty."""
    refuse(_strange(query, allowed))
    return {name: query[name] for name in query}


def _strange(query: QueryDict, allowed: Collection[str]) -> list[dict[str, str]]:
    errors = []
    for name, values in query.lists():
        if name not in allowed:
            errors.append(wrong(name[:100], f"Unknown. Known are: {', '.join(sorted(allowed))}."))
        elif len(values) > 1:
            errors.append(wrong(name, "Said more than once."))
        elif not values[0].strip():
            errors.append(wrong(name, "Empty."))
        elif "\0" in values[0] or len(values[0]) > LONGEST:
            errors.append(wrong(name, f"Longer than {LONGEST} characters, or not a text."))
    return errors


def fields_of(values: Mapping[str, str], known: Collection[str]) -> list[str]:
    """The fields that `fields` names, in the order of the noun; all of them without it."""
    chosen = values["fields"].split(",") if "fields" in values else known
    refuse(
        wrong("fields", f"There is no field “{name[:60]}”.") for name in set(chosen) - set(known)
    )
    return [name for name in known if name in chosen]


def filtered(
    values: Mapping[str, str], filters: type[django_filters.FilterSet], rows: QuerySet
) -> QuerySet:
    """The rows that the noun's filters leave."""
    names = values.keys() & filters.base_filters.keys()
    bound = filters({name: values[name] for name in names}, queryset=rows)
    refuse(wrong(name, " ".join(map(str, sentences))) for name, sentences in bound.errors.items())
    return bound.qs


def ordered(
    noun: str, values: Mapping[str, str], orderings: Mapping[str, str], default: str
) -> Order:
    """The order asked for, of the noun's own list."""
    text = values.get("ordering", default)
    if text.removeprefix("-") not in orderings:
        refuse([wrong("ordering", f"One of {', '.join(orderings)}, also with a minus sign.")])
    return order_of(noun, text, orderings)


def placed(values: Mapping[str, str], order: Order, name: str = "cursor") -> Place | None:
    if name not in values:
        return None
    try:
        return place_of(values[name], order)
    except cursors.CursorError:
        refuse([wrong(name, "Not a cursor of this list in this order.")])
        raise


def sized(values: Mapping[str, str]) -> int:
    """How many rows a page may have, 1 to 100."""
    text = values.get("page_size", str(ROWS))
    size = int(text) if text.isascii() and text.isdigit() and len(text) <= 3 else 0
    if not 1 <= size <= MOST_ROWS:
        refuse([wrong("page_size", f"A whole number from 1 to {MOST_ROWS}.")])
    return size
