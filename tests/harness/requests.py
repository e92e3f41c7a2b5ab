"""Any question that a stranger may put: every route, every parameter, good and bad values."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from hypothesis import strategies as st

from publishing.languages import LANGUAGES
from tests.harness.asking import Answer, ask
from tests.harness.routes import Route, public_routes
from tests.harness.worlds import TABLE, World

OF_EVERY_LIST = ("ordering", "search", "fields", "cursor", "page_size", "format", "after", "since")
UNKNOWN = ("person__note", "pk__in", "id!", "needs__kind", "names__text", "sex", "lang")
VALUES = (
    *("", "'", "%", "\\", "-1", "null", "1' or 1=1--", "2025-13-40", "\0", "9" * 400, "ё" * 201),
    *(
        "1",
        "2",
        "50",
        "csv",
        "jsonl",
        "json",
        "en",
        "be",
        "true",
        "false",
        "BY",
        "LT",
        "2025-12-13",
    ),
    *("id", "-id", "-updated_on", "name", "title", "created_at", "birth", "-note", "state"),
)
KINDS = ("*/*", "application/json", "text/csv", "application/x-ndjson", "text/html")


@dataclass(frozen=True)
class Request:
    path: str
    parameters: tuple[tuple[str, str], ...] = ()
    accept: str = "*/*"

    def answer(self, tag: str = "") -> Answer:
        """What comes back; with `tag`, to somebody who has the answer of that tag already."""
        query = f"?{urlencode(self.parameters)}" if self.parameters else ""
        known = {"if-none-match": tag} if tag else {}
        return ask(self.path + query, accept=self.accept, **known)


def requests(world: World) -> st.SearchStrategy[Request]:
    """Of every address but those that read no record and take long to write."""
    rules = TABLE["routes"]
    asked = [route for route in public_routes() if "fixed" not in rules.get(route.template, {})]
    return st.sampled_from([of_route(route, world) for route in asked]).flatmap(lambda of: of)


def of_route(route: Route, world: World) -> st.SearchStrategy[Request]:
    own = {name: choices(filter_) for name, filter_ in filters_of(route).items()}
    names = st.sampled_from([*own, *own, *OF_EVERY_LIST, *UNKNOWN])
    parameter = names.flatmap(
        lambda name: st.tuples(st.just(name), st.sampled_from(values(name, own, route, world)))
    )
    return st.builds(
        Request,
        st.sampled_from(list(paths(route, world))),
        st.lists(parameter, max_size=3).map(tuple),
        st.sampled_from(KINDS),
    )


def paths(route: Route, world: World) -> Iterator[str]:
    """The addresses of everything, seen and hidden, and of what never was."""
    rule = TABLE["routes"].get(route.template) or {}
    of, by = world.of(rule["of"]) if "of" in rule else world.planted, rule.get("by", "pk")
    keys = [str(getattr(one.row, by)) for one in of] + [str(uuid.UUID(int=7)), "nobody"]
    blanks = dict.fromkeys(route.blanks, keys)
    return route.filled(**blanks | {"language": list(LANGUAGES)})


def values(name: str, own: dict[str, list[str]], route: Route, world: World) -> list[str]:
    words = [one.word for one in world.planted]
    keys = [str(one.row.pk) for one in world.planted]
    orders = [
        sign + order for order in getattr(route.noun, "ordering_fields", {}) for sign in ("", "-")
    ]
    fitting = {"search": words, "ordering": orders, "after": keys}.get(name, own.get(name, []))
    return [*(fitting or [*words, *keys]), *VALUES]


def filters_of(route: Route) -> dict[str, object]:
    """The filters of the noun that the route lists, by parameter."""
    filters = getattr(route.noun, "filterset_class", None)
    return filters.base_filters if filters else {}


def choices(filter_: object) -> list[str]:
    """What a filter over a closed vocabulary takes; nothing is known of the others."""
    return [str(code) for code, _label in getattr(filter_, "extra", {}).get("choices", [])]
