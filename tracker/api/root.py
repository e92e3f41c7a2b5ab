"""What the API is, and who asks."""

from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from publishing.api.objects import ROOT
from publishing.api.pagination import KeysetPagination
from publishing.api.parameters import validate_params
from publishing.api.resources import PublicView
from publishing.api.responses import LICENCE, as_of
from publishing.filters import LONGEST_SEARCH, MOST_TERMS
from tracker.api.resources import COMPUTED, NOUNS

BESIDE = ("match", "me", "schema", "docs")


class Root(PublicView, APIView):
    """The addresses of the API."""

    def get(self, request: Request) -> Response:
        validate_params(request.query_params, {"format"})
        nouns = [each.noun for each in (*NOUNS, *COMPUTED)]
        addresses = {name: f"{ROOT}{name}/" for name in (*nouns, *BESIDE)}
        ledger = {"ledger": f"{ROOT}waves/{{id}}/ledger/"}
        return Response({**addresses, **ledger, "as_of": as_of(), "licence": LICENCE})


class Me(PublicView, APIView):
    """Who asks, what they may see, and how much at once."""

    def get(self, request: Request) -> Response:
        validate_params(request.query_params, {"format"})
        limits = {
            "page_size": KeysetPagination.max_page_size,
            "default_page_size": KeysetPagination.page_size,
            "search_terms": MOST_TERMS,
            "search_length": LONGEST_SEARCH,
        }
        return Response({"scopes": ["public"], "expires_at": None, "limits": limits})
