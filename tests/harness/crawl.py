"""Everything that the public can read: each address with each of its blanks, and each view."""

from collections.abc import Iterator

from tests.harness.asking import Answer, ask
from tests.harness.connections import ask_public
from tests.harness.routes import Route, public_routes
from tests.harness.worlds import TABLE, World

ROUTES: dict[str, dict] = TABLE["routes"]
FORMATS = ("", "?format=csv", "?format=jsonl")


def views() -> dict[str, str]:
    """The rows of each published view in one order, as text, between each two `BETWEEN_ROWS`."""
    names = [name for (name,) in ask_public(LISTED)]
    texts = {name: ask_public(f'SELECT v::text FROM published."{name}" v') for name in names}
    return {name: BETWEEN_ROWS.join(sorted(row for (row,) in rows)) for name, rows in texts.items()}


BETWEEN_ROWS = "\0"  # stands in no text of PostgreSQL
LISTED = "SELECT viewname FROM pg_views WHERE schemaname = 'published' ORDER BY 1"


def pages(world: World) -> Iterator[tuple[Route, Answer]]:
    """Each route with the answers of all its addresses."""
    for route in public_routes():
        for address in addresses(route, world):
            yield route, ask(address)


def addresses(route: Route, world: World) -> Iterator[str]:
    """Of a record's own address: one for every record of the noun that the world has."""
    rule = ROUTES.get(route.template) or {}
    if "of" in rule:
        keys = [str(getattr(row, rule["by"])) for row in rows(rule["of"], world)]
        yield from route.filled(**{blank: keys for blank in route.blanks if blank != "language"})
    for address in route.filled():
        yield from (address + ending for ending in (FORMATS if "exports" in rule else FORMATS[:1]))


def rows(noun: str, world: World) -> list:
    anchor = vars(world.anchors).get(noun)
    return [one.row for one in world.of(noun)] + ([anchor] if anchor else [])
