from django.http import HttpResponseBase
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.viewsets import ViewSet

from publishing.api import parameters
from publishing.api.answers import list_answer
from publishing.api.formats import JSON
from publishing.api.nouns import EnglishView
from publishing.api.objects import ROOT
from publishing.api.paging import Order, Row, cursor_of, page
from publishing.api.shapes import one_of
from publishing.enums import WithdrawalReason
from publishing.projections import Change, Settled

BY_MOMENT = Order("changes", "moment", "moment", False)


class ChangeShape(serializers.Serializer):
    """A record to read again, or a tombstone: then only `change`, `id` and `reason` are there."""

    change = serializers.ChoiceField(["created", "updated", "merged", "withdrawn", "expunged"])
    id = serializers.UUIDField()
    noun = serializers.CharField(required=False)
    url = serializers.CharField(required=False)
    reason = one_of(WithdrawalReason, "merged", required=False)


class Changes(EnglishView, ViewSet):
    """What became visible, changed or became invisible, each record once, at its last change.

    Keep `cursor` of an answer and ask with `since` when you want to know what came after it.
    """

    noun = "changes"
    renderer_classes = [JSON]
    place = "since"
    serializer_class = ChangeShape
    shapes = {"list": serializer_class}
    beside = {"cursor": {"type": ["string", "null"], "description": "For `since`, later"}}

    def list(self, request: Request) -> HttpResponseBase:
        given = parameters.given(request.query_params, {"format", "page_size", "since"})
        since, size = parameters.placed(given, BY_MOMENT, "since"), parameters.sized(given)
        # Read before the rows, in a statement of its own: whatever was under way then and
        # commits later has its moment after this one, and is in the next answer.
        settled = Settled.objects.get().before
        rows = Change.objects.filter(moment__lt=settled).values()
        found = page(rows, BY_MOMENT, since, size)
        last = cursor_of(found.rows[-1], BY_MOMENT) if found.rows else given.get("since")
        results = [_shown(row) for row in found.rows]
        return list_answer(
            request, found._replace(previous=None), results, parameter="since", cursor=last
        )


def _shown(row: Row) -> Row:
    """A tombstone has its id and a reason code, and nothing else that could tell anything."""
    if row["reason"]:
        return {"change": row["change"], "id": row["id"], "reason": row["reason"]}
    return {
        "change": row["change"],
        "id": row["id"],
        "noun": row["noun"],
        "url": f"{ROOT}{row['noun']}/{row['id']}/",
    }
