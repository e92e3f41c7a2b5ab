"""The body of a query whom a name may mean, read strictly: what is unknown is refused."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import orjson
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.http.request import UnreadablePostError

from people.names import Description, Span, WrittenName
from publishing.api.problems import Problem
from publishing.dates import InexactDate
from publishing.languages import LANGUAGES
from publishing.text import strip_unseen

MEDIA_TYPE = "application/json"
#: Bytes of a body; questions, names and words of names in it.
LARGEST, MOST_QUERIES, MOST_NAMES, MOST_WORDS = 100_000, 100, 100, 400
#: Names of one person, and custodies; characters of a name and of a key.
MOST_OF_ONE, MOST_HELD, LONGEST_NAME, LONGEST_KEY = 6, 10, 200, 100
MOST_CANDIDATES, CANDIDATES = 20, 5
YEARS = (1900, 2100)


class MatchQuery(NamedTuple):
    """Descriptions by the client's own keys; `limit`: candidates for each; the words' language."""

    queries: dict[str, Description]
    limit: int
    language: str


class Wrong(ValueError):
    """What is wrong, and where: `path` gets longer on the way out."""

    def __init__(self, detail: str, *path: str | int) -> None:
        super().__init__(detail)
        self.detail, self.path = detail, path

    def as_pointer(self) -> str:
        steps = (str(step).replace("~", "~0").replace("/", "~1") for step in self.path)
        return "#" + "".join(f"/{step[:LONGEST_KEY]}" for step in steps)


def read_query(request: HttpRequest) -> MatchQuery:
    """What the body asks. Raises the problem that says what is wrong, by a JSON pointer."""
    if request.content_type != MEDIA_TYPE:
        raise Problem("unsupported-media-type")
    body = _read_body(request)
    if len(body) > LARGEST:
        raise Problem("body-too-large", f"At most {LARGEST:,} bytes.")
    try:
        return _parse_query(orjson.loads(body))
    except orjson.JSONDecodeError as error:
        raise Problem("bad-body", f"This is not JSON: {error}.") from None
    except Wrong as wrong:
        error = {"parameter": "", "pointer": wrong.as_pointer(), "detail": wrong.detail}
        raise Problem("bad-body", "Correct what errors points at.", [error]) from None


def _read_body(request: HttpRequest) -> bytes:
    try:
        return request.body
    except UnreadablePostError:
        raise Problem("bad-body", "The body ended before its end.") from None


def _parse_query(body: Any) -> MatchQuery:
    given = _check_members(body, {"queries"}, {"limit", "language"})
    with _locate_fault("queries"):
        queries = given["queries"]
        if not isinstance(queries, dict) or not 1 <= len(queries) <= MOST_QUERIES:
            raise Wrong(f"An object of 1 to {MOST_QUERIES} questions, by keys of your own.")
        described = {key: _at_key(key, _parse_description, query) for key, query in queries.items()}
        names = [name.text for each in described.values() for name in each.names]
        if len(names) > MOST_NAMES or len(" ".join(names).split()) > MOST_WORDS:
            raise Wrong(f"At most {MOST_NAMES} names of {MOST_WORDS} words in all.")
    limit = _at_key("limit", _parse_number, given.get("limit", CANDIDATES), 1, MOST_CANDIDATES)
    return MatchQuery(
        described, limit, _at_key("language", _parse_language, given.get("language", "en"))
    )


def _parse_description(query: Any) -> Description:
    given = _check_members(query, {"names"}, {"birth_year", "born", "died", "held"})
    if {"birth_year", "born"} <= given.keys():
        raise Wrong("Give the year of birth or the date.", "birth_year")
    names = _at_key("names", _parse_list, given["names"], 1, MOST_OF_ONE, _parse_name)
    born = _at_key("born", _parse_span, given["born"]) if "born" in given else None
    if "birth_year" in given:
        year = _at_key("birth_year", _parse_number, given["birth_year"], *YEARS)
        born = _parse_span(str(year))
    died = _at_key("died", _parse_span, given["died"]) if "died" in given else None
    held = _at_key("held", _parse_list, given.get("held", []), 0, MOST_HELD, _parse_span)
    return Description(tuple(WrittenName(name) for name in names), born, died, tuple(held))


def _check_members(value: Any, needed: set[str], allowed: set[str]) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise Wrong("An object is needed.")
    for name in value:
        if name not in needed | allowed:
            raise Wrong(f"Unknown. Known are: {', '.join(sorted(needed | allowed))}.", name)
    for name in sorted(needed - value.keys()):
        raise Wrong("Is needed.", name)
    return value


def _parse_list(value: Any, least: int, most: int, read: Callable[[Any], Any]) -> list[Any]:
    if not isinstance(value, list) or not least <= len(value) <= most:
        raise Wrong(f"A list of {least} to {most} is needed.")
    return [_at_key(number, read, each) for number, each in enumerate(value)]


def _parse_name(value: Any) -> str:
    """Without what nobody can see: names are pasted from pages."""
    if not isinstance(value, str) or not 1 <= len(value) <= LONGEST_NAME:
        raise Wrong(f"A name of 1 to {LONGEST_NAME} characters is needed.")
    return strip_unseen(value).strip()


def _parse_number(value: Any, least: int, most: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise Wrong(f"A whole number from {least} to {most} is needed.")
    return value


def _parse_span(value: Any) -> Span:
    if not isinstance(value, str) or len(value) > LONGEST_KEY:
        raise Wrong("A date is needed: a day, a month or a year of EDTF.")
    try:
        return InexactDate.parse(value).span
    except ValidationError as error:
        raise Wrong(" ".join(error.messages)) from None


def _parse_language(value: Any) -> str:
    if value not in LANGUAGES:
        raise Wrong(f"One of {', '.join(LANGUAGES)}.")
    return value


def _at_key(step: str | int, read: Callable[..., Any], *arguments: Any) -> Any:
    with _locate_fault(step):
        return read(*arguments)


@contextmanager
def _locate_fault(step: str | int) -> Iterator[None]:
    """What is wrong inside is wrong there."""
    try:
        yield
    except Wrong as wrong:
        raise Wrong(wrong.detail, step, *wrong.path) from None
