"""Presenters of published sources and speakers: values for templates/_components."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from publishing.dates import InexactDate, date_from_json
from publishing.languages import Text, text_from_json
from sources.enums import Locator


@dataclass(frozen=True, slots=True)
class ShownSource:
    """One citation of a source; a text that it lacks is empty."""

    title: str
    title_language: str
    publisher: str
    publisher_language: str
    published_on: InexactDate | None
    address: str
    archived_address: str
    is_risky: bool
    locator: str
    excerpt: str


@dataclass(frozen=True, slots=True)
class ShownSources:
    """All sources of one fact; where none is left, since when."""

    cited: tuple[ShownSource, ...] = ()
    unsourced_since: InexactDate | None = None

    def __bool__(self) -> bool:
        return bool(self.cited or self.unsourced_since)


def present_sources(
    cited: Iterable[Mapping[str, Any]], language: str, unsourced_since: date | str | None = None
) -> ShownSources:
    """Those of a column `sources`, as the views give it."""
    if unsourced_since:
        return ShownSources(unsourced_since=InexactDate(str(unsourced_since)))
    return ShownSources(tuple(_present_source(each, language) for each in cited))


def _present_source(cited: Mapping[str, Any], language: str) -> ShownSource:
    publisher = cited.get("publisher") or {}
    name = text_from_json(publisher.get("name"), language)
    return ShownSource(
        title=cited["title"],
        title_language=cited["language"],
        publisher=name.text,
        publisher_language=name.language,
        published_on=date_from_json(cited.get("published_on")),
        address=cited["address"],
        archived_address=cited["archived_address"],
        is_risky=bool(publisher.get("risky_in")),
        locator=_format_locator(cited),
        excerpt=cited.get("excerpt", ""),
    )


def _format_locator(cited: Mapping[str, Any]) -> str:
    """Where in the source the words stand; that they stand in its body needs no saying."""
    where = cited.get("locator", "")
    label = str(Locator(where).label) if where and where != Locator.BODY else ""
    return " ".join(filter(None, (label, cited.get("locator_detail", ""))))


def present_speaker(heard: Mapping[str, Any] | None, language: str) -> Text:
    """Who says so: an organisation, an office-holder with function, a group, or nobody known."""
    name = name_speaker(heard, language)
    function = text_from_json(heard["function"], language) if heard else None
    if function and function.text and function.language == name.language:
        return Text(f"{name.text}, {function.text}", name.language)
    return name


def name_speaker(heard: Mapping[str, Any] | None, language: str) -> Text:
    """The name of who says so, for a sentence: without the function of an office-holder."""
    if heard is None or heard["kind"] == "not_known":
        return Text(_("not known who"), language)
    name = text_from_json(heard["name"], language)
    if not name.text and heard["organisation"]:
        return text_from_json(heard["organisation"]["name"], language)
    return name
