"""A noun of the API: its list, its objects, its exports and its strictness, over one projection."""

from collections.abc import Iterator
from typing import Any, ClassVar

import django_filters
from django.db.models import QuerySet
from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.translation import override
from rest_framework.request import Request
from rest_framework.viewsets import ViewSet

from publishing.api import exports, parameters
from publishing.api.answers import describe, json_answer, list_answer
from publishing.api.formats import CSV, JSON, JSONLines
from publishing.api.objects import Objects
from publishing.api.paging import Row, page
from publishing.api.problems import Problem
from publishing.projections import Change
from publishing.public_reads import public_snapshot

UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"


class EnglishView:
    """Only read. Its own sentences, and those of the libraries, are in one language: English."""

    http_method_names = ["get", "head"]

    def dispatch(self, *args: Any, **kwargs: Any) -> HttpResponseBase:
        with override("en"):
            return super().dispatch(*args, **kwargs)  # type: ignore[misc]


class Noun(EnglishView, Objects, ViewSet):
    """Lists, shows and exports the rows of a projection.

    `orderings` leads from a public name to a non-null sort column; `ordering` is the default.
    """

    filterset_class: ClassVar[type[django_filters.FilterSet]]
    orderings: ClassVar[dict[str, str]]
    ordering: ClassVar[str]

    renderer_classes = [JSON, CSV, JSONLines]
    place = "cursor"
    lookup_value_regex = UUID

    def list(self, request: Request) -> HttpResponseBase:
        """Rows a page at a time as JSON, or all of them as CSV or JSON Lines."""
        if request.accepted_renderer.format != "json":
            return self.export(request)
        asked = self.asked(request)
        # In one order, so that the statement is the same each time and its plan can be kept.
        columns = sorted({*self.columns(asked.fields), asked.order.column, "id"})
        found = page(asked.rows.values(*columns), asked.order, asked.place, asked.size)
        return list_answer(request, found, [self.shown(row, asked.fields) for row in found.rows])

    def retrieve(self, request: Request, pk: str) -> HttpResponseBase:
        """One object; 308 to who stands in its place, 410 where it is no longer public."""
        given = parameters.given(request.query_params, {"fields", "format"})
        fields = parameters.fields_of(given, self.fields())
        if request.accepted_renderer.format != "json":
            parameters.refuse([parameters.wrong("format", "One object is JSON only.")])
        row = self.projection.objects.filter(pk=pk).values(*self.columns(fields)).first()
        return json_answer(request, self.shown(row, fields)) if row else self.elsewhere(pk)

    def elsewhere(self, pk: str) -> HttpResponseBase:
        change = Change.objects.filter(pk=pk, noun=self.noun).exclude(reason=None).first()
        if change is None:
            raise Problem("not-found")
        if change.merged_into_id:
            return HttpResponse(
                status=308, headers={"Location": self.address(change.merged_into_id)}
            )
        raise Problem("gone", reason=change.reason)

    @classmethod
    def filters(cls) -> dict[str, django_filters.Filter]:
        return cls.filterset_class.base_filters

    def asked(self, request: Request) -> parameters.Asked:
        allowed = {*parameters.OF_EVERY_LIST, *self.filters()}
        given = parameters.given(request.query_params, allowed)
        order = parameters.ordered(self.noun, given, self.orderings, self.ordering)
        return parameters.Asked(
            rows=parameters.filtered(given, self.filterset_class, self.projection.objects.all()),
            fields=parameters.fields_of(given, self.fields()),
            order=order,
            place=parameters.placed(given, order),
            size=parameters.sized(given),
        )

    def export(self, request: Request) -> HttpResponseBase:
        """The rows of every page, as the database hands them out, read at one moment."""
        paged = {"cursor", "page_size"} & request.query_params.keys()
        parameters.refuse(parameters.wrong(name, "An export has no pages.") for name in paged)
        asked = self.asked(request)
        rows, kind = self._rows(asked), request.accepted_renderer
        lines = (
            exports.csv_lines(rows, asked.fields, self.dates())
            if kind.format == "csv"
            else exports.json_lines(rows)
        )
        response = StreamingHttpResponse(lines, content_type=f"{kind.media_type}; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="{self.noun}.{kind.format}"'
        response["Cache-Control"] = "no-store"
        describe(response)
        return response

    def _rows(self, asked: parameters.Asked) -> Iterator[Row]:
        sign = "-" if asked.order.is_descending else ""
        rows: QuerySet = asked.rows.order_by(f"{sign}{asked.order.column}", f"{sign}id")
        with public_snapshot():
            for row in rows.values(*self.columns(asked.fields)).iterator(exports.AT_A_TIME):
                yield self.shown(row, asked.fields)
