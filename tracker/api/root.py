"""What the API is, and who asks."""

from django.http import HttpResponseBase
from drf_spectacular.utils import OpenApiTypes, extend_schema
from rest_framework.request import Request
from rest_framework.views import APIView

from publishing.api import parameters
from publishing.api.answers import LICENCE, as_of, json_answer
from publishing.api.formats import JSON
from publishing.api.nouns import EnglishView
from publishing.api.objects import ROOT
from publishing.api.parameters import MOST_ROWS, ROWS
from publishing.filters import LONGEST_SEARCH, MOST_TERMS
from tracker.api.resources import COMPUTED, NOUNS

BESIDE = ("match", "me", "schema", "docs")


class Root(EnglishView, APIView):
    """The addresses of the API."""

    renderer_classes = [JSON]

    @extend_schema(responses=OpenApiTypes.OBJECT)
    def get(self, request: Request) -> HttpResponseBase:
        parameters.given(request.query_params, {"format"})
        nouns = [each.noun for each in (*NOUNS, *COMPUTED)]
        addresses = {name: f"{ROOT}{name}/" for name in (*nouns, *BESIDE)}
        ledger = {"ledger": f"{ROOT}waves/{{id}}/ledger/"}
        return json_answer(request, {**addresses, **ledger, "as_of": as_of(), "licence": LICENCE})


class Me(EnglishView, APIView):
    """Who asks, what they may see, and how much at once."""

    renderer_classes = [JSON]

    @extend_schema(responses=OpenApiTypes.OBJECT)
    def get(self, request: Request) -> HttpResponseBase:
        parameters.given(request.query_params, {"format"})
        limits = {
            "page_size": MOST_ROWS,
            "default_page_size": ROWS,
            "search_terms": MOST_TERMS,
            "search_length": LONGEST_SEARCH,
        }
        return json_answer(request, {"scopes": ["public"], "expires_at": None, "limits": limits})
