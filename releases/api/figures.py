from collections.abc import Iterator, Mapping

from django.http import HttpResponseBase
from django_filters import Filter, UUIDFilter
from rest_framework.request import Request
from rest_framework.viewsets import ViewSet

from publishing.api import parameters
from publishing.api.answers import list_answer
from publishing.api.formats import JSON
from publishing.api.nouns import EnglishView
from publishing.api.paging import Order, Page, Place, Row, bounded
from publishing.filters import Filters, code, country
from publishing.public_reads import public_snapshot
from releases.api.shapes import FigureSeries
from releases.enums import Measure
from releases.evidence import gather_everything, gather_for_country, gather_for_wave
from releases.ledger import Evidence, LedgerPoint, LedgerSeries, build_series
from releases.ledger.serialization import key_as_json
from releases.projections import PublishedClaim

BY_KEY = Order("figures", "key", "key", False)


class FigureFilters(Filters):
    """Chooses what the series are made from; their rows are not those of a table."""

    country = country()
    wave = UUIDFilter("wave_id")
    measure = code("measure", Measure.choices)


class Figures(EnglishView, ViewSet):
    """Figures over time: a series for each question and speaker, none joined to another's."""

    noun = "figures"
    renderer_classes = [JSON]
    place = "cursor"
    serializer_class = FigureSeries
    shapes = {"list": serializer_class}

    @classmethod
    def filters(cls) -> dict[str, Filter]:
        return FigureFilters.base_filters

    def list(self, request: Request) -> HttpResponseBase:
        allowed = {"cursor", "format", "page_size", *self.filters()}
        given = parameters.given(request.query_params, allowed)
        place, size = parameters.placed(given, BY_KEY), parameters.sized(given)
        parameters.filtered(given, FigureFilters, PublishedClaim.objects.none())
        if {"wave", "country"} <= given.keys():
            parameters.refuse([parameters.wrong("wave", "Ask for a wave or for a country.")])
        with public_snapshot():
            evidence = _evidence(given)
        found = _page(_rows(evidence, given.get("measure")), place, size)
        return list_answer(request, found, [row["series"] for row in found.rows])


def _evidence(given: Mapping[str, str]) -> Evidence:
    if "wave" in given:
        return gather_for_wave(given["wave"])
    return gather_for_country(given["country"]) if "country" in given else gather_everything()


def _rows(evidence: Evidence, measure: str | None) -> Iterator[Row]:
    for each in build_series(evidence.claims):
        if measure in (None, each.key.measure):
            yield {"key": _name(each), "id": "", "series": _series(each)}


def _name(each: LedgerSeries) -> str:
    """One text for a key and a speaker, which stays the same when other series come and go."""
    return repr((*each.key.sort_key(), each.speaker.id if each.speaker else ""))


def _series(each: LedgerSeries) -> Row:
    speaker = each.speaker
    return {
        **key_as_json(each.key),
        "said_by": speaker
        and {"id": speaker.id, "name": speaker.name, "organisation": speaker.organisation},
        "points": [_point(point) for point in each.points],
        "undated": list(each.undated),
    }


def _point(point: LedgerPoint) -> Row:
    return {
        "claim": point.claim,
        "at": point.at.as_json(),
        "low": point.range.low,
        "high": point.range.high,
        "mode": str(point.mode),
        "hollow": point.is_hollow,
    }


def _page(rows: Iterator[Row], place: Place | None, size: int) -> Page:
    ordered = sorted(rows, key=lambda row: row["key"])
    if place and place.is_backward:
        ordered = [row for row in reversed(ordered) if row["key"] < place.value]
    elif place:
        ordered = [row for row in ordered if row["key"] > place.value]
    return bounded(ordered, BY_KEY, place, size)
