"""A noun of the API, as REST framework's viewset over one projection."""

from functools import cache
from typing import Any, ClassVar

import django_filters
from django.db.models import QuerySet
from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.translation import override
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from publishing.api.encoding import JsonObject
from publishing.api.filter_backends import (
    KeysetOrderingFilter,
    StrictFilterSetFilter,
    StrictParametersFilter,
)
from publishing.api.objects import RowObjects
from publishing.api.pagination import KeysetPagination, Order, parse_order
from publishing.api.parameters import choose_fields, validate_params
from publishing.api.problems import Problem, describe_parameter, raise_bad_parameters
from publishing.api.renderers import CSVRenderer, JSONLinesRenderer, JSONRenderer
from publishing.api.responses import describe_response, tag_response
from publishing.projections import Change

UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"


class PublicView:
    """Only read. Its own sentences, and those of the libraries, are in one language: English."""

    http_method_names = ["get", "head"]
    renderer_classes: list[type[BaseRenderer]] = [JSONRenderer]

    def dispatch(self, *args: Any, **kwargs: Any) -> HttpResponseBase:
        with override("en"):
            return super().dispatch(*args, **kwargs)  # type: ignore[misc]

    def finalize_response(
        self, request: Request, response: HttpResponseBase, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        """Every answer with data says its licence, its day and, where it may be kept, its tag."""
        response = super().finalize_response(request, response, *args, **kwargs)  # type: ignore[misc]
        if not isinstance(response, Response):
            return response
        describe_response(response)
        return response if "Cache-Control" in response else tag_response(request, response)


class PublicList(PublicView, GenericViewSet):
    """A list that is read page by page; `noun` is its name in addresses."""

    noun: ClassVar[str]
    filter_backends = [StrictParametersFilter]
    pagination_class = KeysetPagination

    def get_order(self) -> Order:
        raise NotImplementedError

    def paginate_queryset(self, queryset: Any) -> list[JsonObject]:
        return super().paginate_queryset(queryset) or []

    @classmethod
    @cache
    def get_parameters(cls) -> frozenset[str]:
        """The parameters that the document promises, and no others."""
        parts: list[Any] = [*(backend() for backend in cls.filter_backends), cls.pagination_class()]
        described = (part.get_schema_operation_parameters(cls) for part in parts)
        return frozenset({"format", *(each["name"] for some in described for each in some)})


class Resource(RowObjects, PublicList):
    """Lists, shows and exports the rows of a projection. Its answers are kept for an edition.

    `ordering_fields` leads from a public name to a non-null sort column; `ordering` is the default.
    """

    is_kept = True
    filterset_class: ClassVar[type[django_filters.FilterSet]]
    ordering_fields: ClassVar[dict[str, str]]
    ordering: ClassVar[str]

    filter_backends = [StrictParametersFilter, KeysetOrderingFilter, StrictFilterSetFilter]
    renderer_classes = [JSONRenderer, CSVRenderer, JSONLinesRenderer]
    lookup_value_regex = UUID

    @classmethod
    @cache
    def get_parameters(cls) -> frozenset[str]:
        return super().get_parameters() | {"fields"}

    def get_queryset(self) -> QuerySet:
        return self.projection.objects.all()

    def get_order(self) -> Order:
        text = self.request.query_params.get("ordering", self.ordering)
        return parse_order(self.noun, text, self.ordering_fields)

    def list(self, request: Request) -> HttpResponseBase:
        """Rows a page at a time as JSON, or all of them as CSV or JSON Lines."""
        if request.accepted_renderer.format != "json":
            return self.export_rows(request)
        rows = self.filter_queryset(self.get_queryset())
        fields = choose_fields(request.query_params, self.get_fields())
        # In one order, so that the statement is the same each time and its plan can be kept.
        columns = sorted({*self.get_columns(fields), self.get_order().column, "id"})
        page = self.paginate_queryset(rows.values(*columns))
        return self.get_paginated_response([self.as_dict(row, fields) for row in page])

    def retrieve(self, request: Request, pk: str) -> HttpResponseBase:
        """One object; 308 to who stands in its place, 410 where it is no longer public."""
        values = validate_params(request.query_params, {"fields", "format"})
        fields = choose_fields(values, self.get_fields())
        if request.accepted_renderer.format != "json":
            raise_bad_parameters([describe_parameter("format", "One object is JSON only.")])
        row = self.get_queryset().filter(pk=pk).values(*self.get_columns(fields)).first()
        return Response(self.as_dict(row, fields)) if row else self.answer_absent(pk)

    def answer_absent(self, pk: str) -> HttpResponseBase:
        """What stands at the address of a record that the public may not see."""
        change = Change.objects.filter(pk=pk, noun=self.noun).exclude(reason=None).first()
        if change is None:
            raise Problem("not-found")
        if change.merged_into_id:
            location = self.build_address(change.merged_into_id)
            return HttpResponse(status=308, headers={"Location": location})
        raise Problem("gone", reason=change.reason)

    def export_rows(self, request: Request) -> HttpResponseBase:
        """The rows of every page, as the database hands them out, read at one moment."""
        paged = {"cursor", "page_size"} & request.query_params.keys()
        raise_bad_parameters(describe_parameter(name, "An export has no pages.") for name in paged)
        rows = self.filter_queryset(self.get_queryset())
        fields = choose_fields(request.query_params, self.get_fields())
        renderer: Any = request.accepted_renderer
        chosen = rows.values(*self.get_columns(fields))
        lines = renderer.stream_rows(type(self), chosen, fields)
        kind = f"{renderer.media_type}; charset=utf-8"
        response = StreamingHttpResponse(lines, content_type=kind)
        name = f"{self.noun}.{renderer.format}"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        response["Cache-Control"] = "no-store"
        describe_response(response)
        return response
