"""Every public address: what the resolver knows, with its blanks filled."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

from django.contrib.admindocs.views import simplify_regex
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RegexPattern

STAFF = "admin/"
LANGUAGE = "en"
BLANK = re.compile(r"<(?:\w+:)?(\w+)>")


@dataclass(frozen=True)
class Route:
    """`template` is the address with `<name>` for each blank; `view` answers it."""

    template: str
    view: Any

    @property
    def blanks(self) -> list[str]:
        return BLANK.findall(self.template)

    @property
    def noun(self) -> Any:
        """The class of the API's noun, where the route is one of its."""
        return getattr(self.view, "cls", None)

    def filled(self, **values: list[str]) -> Iterator[str]:
        """Addresses, one for each way to fill the blanks; none where a blank has no value."""
        known = {"language": [LANGUAGE], "format": ["json"]} | values
        for chosen in product(*(known.get(blank, []) for blank in self.blanks)):
            words = iter(chosen)
            yield "/" + BLANK.sub(lambda blank: next(words), self.template)  # noqa: B023


def public_routes() -> list[Route]:
    """Each address but the staff's. What two patterns share is one route."""
    found = {route.template: route for route in walk(get_resolver(), "")}
    return [route for template, route in found.items() if not template.startswith(STAFF)]


def walk(resolver: URLResolver, prefix: str) -> Iterator[Route]:
    for pattern in resolver.url_patterns:
        template = prefix + readable(pattern)
        if isinstance(pattern, URLResolver):
            yield from walk(pattern, template)
        else:
            yield Route(BLANK.sub(r"<\1>", template), pattern.callback)


def readable(pattern: URLPattern | URLResolver) -> str:
    text = str(pattern.pattern)
    if isinstance(pattern.pattern, RegexPattern):
        text = simplify_regex(text).lstrip("/")
    return text
