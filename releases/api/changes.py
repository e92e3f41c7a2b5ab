from typing import Any

from django.db.models import QuerySet
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from publishing.api.encoding import JsonObject
from publishing.api.objects import ROOT
from publishing.api.pagination import KeysetPagination, Order, make_cursor
from publishing.api.resources import PublicList
from publishing.api.serializers import choice_field
from publishing.enums import WithdrawalReason
from publishing.projections import Change, Settled
from publishing.public_reads import keep_nothing

BY_MOMENT = Order("changes", "moment", "moment", is_descending=False)


class ChangeSerializer(serializers.Serializer):
    """A record to read again, or a tombstone: then only `change`, `id` and `reason` are there."""

    change = serializers.ChoiceField(["created", "updated", "merged", "withdrawn", "expunged"])
    id = serializers.UUIDField()
    noun = serializers.CharField(required=False)
    url = serializers.CharField(required=False)
    reason = choice_field(WithdrawalReason, "merged", required=False)


class ChangePagination(KeysetPagination):
    """Runs forward alone, and says from where to go on once there is more."""

    cursor_query_param = "since"

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> list[Any]:
        rows = super().paginate_queryset(queryset, request, view)
        given = request.query_params.get(self.cursor_query_param)
        self.last = make_cursor(rows[-1], self.order) if rows else given
        self.previous = None
        return rows

    def get_paginated_response(self, data: list[Any], **more: Any) -> Response:
        return super().get_paginated_response(data, cursor=self.last, **more)

    def get_paginated_response_schema(self, schema: JsonObject) -> JsonObject:
        whole = super().get_paginated_response_schema(schema)
        cursor = {"type": ["string", "null"], "description": "For `since`, later"}
        properties = {**whole["properties"], "cursor": cursor}
        return {**whole, "required": list(properties), "properties": properties}


class Changes(PublicList):
    """What became visible, changed or became invisible, each record once, at its last change.

    Keep `cursor` of an answer and ask with `since` when you want to know what came after it.
    """

    is_kept = True
    noun = "changes"
    serializer_class = ChangeSerializer
    pagination_class = ChangePagination

    def get_order(self) -> Order:
        return BY_MOMENT

    def get_queryset(self) -> QuerySet:
        # Read before the rows, in a statement of its own: whatever was under way then and
        # commits later has its moment after this one, and is in the next answer.
        settled = Settled.objects.get()
        if not settled.is_quiet:
            keep_nothing(self.request)
        return Change.objects.filter(moment__lt=settled.before).order_by(*BY_MOMENT.columns)

    def list(self, request: Request) -> Response:
        page = self.paginate_queryset(self.filter_queryset(self.get_queryset()).values())
        return self.get_paginated_response([_as_dict(row) for row in page])


def _as_dict(row: JsonObject) -> JsonObject:
    """A tombstone has its id and a reason code, and nothing else that could tell anything."""
    if row["reason"]:
        return {"change": row["change"], "id": row["id"], "reason": row["reason"]}
    return {
        "change": row["change"],
        "id": row["id"],
        "noun": row["noun"],
        "url": f"{ROOT}{row['noun']}/{row['id']}/",
    }
