from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter

from django.db.models import QuerySet
from django_filters import UUIDFilter
from rest_framework.request import Request
from rest_framework.response import Response

from publishing.api.encoding import JsonObject
from publishing.api.filter_backends import StrictFilterSetFilter, StrictParametersFilter
from publishing.api.pagination import KeysetPagination, Order
from publishing.api.problems import describe_parameter, raise_bad_parameters
from publishing.api.resources import PublicList
from publishing.filters import PublicFilterSet, code_filter, country_filter
from publishing.public_reads import public_snapshot
from releases.api.serializers import FigureSeriesSerializer
from releases.enums import Measure
from releases.evidence import gather_everything, gather_for_country, gather_for_wave
from releases.ledger import Evidence, LedgerPoint, LedgerSeries, build_series
from releases.ledger.serialization import bounds_as_json, key_as_json
from releases.projections import PublishedClaim

BY_KEY = Order("figures", "key", "key", is_descending=False)


class FigureFilters(PublicFilterSet):
    """Chooses what the series are made from; their rows are not those of a table."""

    country = country_filter()
    wave = UUIDFilter("wave_id")
    measure = code_filter("measure", Measure.choices)


class FigurePagination(KeysetPagination):
    """Pages of series, which are rows of no table."""

    def read_rows(self, queryset: Iterable[JsonObject], size: int) -> list[JsonObject]:
        rows, place = sorted(queryset, key=itemgetter("key")), self.place
        if place and place.is_backward:
            rows = [row for row in reversed(rows) if row["key"] < place.value]
        elif place:
            rows = [row for row in rows if row["key"] > place.value]
        return rows[:size]


class Figures(PublicList):
    """Figures over time: a series for each question and speaker, none joined to another's."""

    is_kept = True
    noun = "figures"
    serializer_class = FigureSeriesSerializer
    filterset_class = FigureFilters
    filter_backends = [StrictParametersFilter, StrictFilterSetFilter]
    pagination_class = FigurePagination

    def get_order(self) -> Order:
        return BY_KEY

    def get_queryset(self) -> QuerySet:
        return PublishedClaim.objects.none()

    def list(self, request: Request) -> Response:
        self.filter_queryset(self.get_queryset())
        values = request.query_params
        if {"wave", "country"} <= values.keys():
            fault = describe_parameter("wave", "Ask for a wave or for a country.")
            raise_bad_parameters([fault])
        with public_snapshot():
            evidence = _gather_evidence(values)
        page = self.paginate_queryset(_list_series(evidence, values.get("measure")))
        return self.get_paginated_response([row["series"] for row in page])


def _gather_evidence(values: Mapping[str, str]) -> Evidence:
    if "wave" in values:
        return gather_for_wave(values["wave"])
    return gather_for_country(values["country"]) if "country" in values else gather_everything()


def _list_series(evidence: Evidence, measure: str | None) -> Iterator[JsonObject]:
    for each in build_series(evidence.claims):
        if measure in (None, each.key.measure):
            yield {"key": _name_series(each), "id": "", "series": _series_as_dict(each)}


def _name_series(each: LedgerSeries) -> str:
    """One text for a key and a speaker, which stays the same when other series come and go."""
    return repr((*each.key.sort_key(), each.speaker.id if each.speaker else ""))


def _series_as_dict(each: LedgerSeries) -> JsonObject:
    speaker = each.speaker
    return {
        **key_as_json(each.key),
        "said_by": speaker
        and {"id": speaker.id, "name": speaker.name, "organisation": speaker.organisation},
        "points": [_point_as_dict(point) for point in each.points],
        "undated": list(each.undated),
    }


def _point_as_dict(point: LedgerPoint) -> JsonObject:
    return {
        "claim": point.claim,
        "at": point.at.as_json(),
        **bounds_as_json(point.range),
        "mode": str(point.mode),
        "hollow": point.is_hollow,
    }
