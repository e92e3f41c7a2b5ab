"""What a list is chosen and ordered by, in REST framework's slot `filter_backends`."""

from typing import Any

from django.db.models import QuerySet
from rest_framework.filters import BaseFilterBackend
from rest_framework.request import Request

from publishing.api.encoding import JsonObject
from publishing.api.filter_schema import as_query_parameter, describe_filter
from publishing.api.parameters import validate_params
from publishing.api.problems import describe_parameter, raise_bad_parameters


class StrictParametersFilter(BaseFilterBackend):
    """Refuses a parameter that the list does not know, that is empty, or that is said twice."""

    def filter_queryset(self, request: Request, queryset: QuerySet, view: Any) -> QuerySet:
        validate_params(request.query_params, view.get_parameters())
        return queryset

    def get_schema_operation_parameters(self, view: Any) -> list[JsonObject]:
        return []


class KeysetOrderingFilter(BaseFilterBackend):
    """Orders by one of the view's `ordering_fields`, then by id."""

    def filter_queryset(self, request: Request, queryset: QuerySet, view: Any) -> QuerySet:
        return queryset.order_by(*view.get_order().columns)

    def get_schema_operation_parameters(self, view: Any) -> list[JsonObject]:
        names = [sign + name for name in view.ordering_fields for sign in ("", "-")]
        schema = {"type": "string", "enum": names, "default": view.ordering}
        return [as_query_parameter("ordering", schema)]


class StrictFilterSetFilter(BaseFilterBackend):
    """The rows that the view's `filterset_class` leaves; a bad value is refused."""

    def filter_queryset(self, request: Request, queryset: QuerySet, view: Any) -> QuerySet:
        filters, query = view.filterset_class, request.query_params
        values = {name: query[name] for name in query if name in filters.base_filters}
        bound = filters(values, queryset=queryset)
        raise_bad_parameters(
            describe_parameter(name, " ".join(map(str, sentences)))
            for name, sentences in bound.errors.items()
        )
        return bound.qs

    def get_schema_operation_parameters(self, view: Any) -> list[JsonObject]:
        return [
            as_query_parameter(name, describe_filter(each), each.extra.get("help_text", ""))
            for name, each in view.filterset_class.base_filters.items()
        ]
