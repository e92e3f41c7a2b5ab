"""The OpenAPI document and the page that shows it, both served from here."""

import json
from functools import cache
from typing import Any

from csp.constants import SELF, UNSAFE_INLINE
from csp.decorators import csp_update
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.utils.translation import override
from django.views import View
from drf_spectacular.generators import SchemaGenerator
from rest_framework.request import Request
from rest_framework.views import APIView

from publishing.api import parameters
from publishing.api.answers import json_answer
from publishing.api.formats import JSON
from publishing.api.nouns import EnglishView
from publishing.api.problems import KINDS


class OpenAPI(JSON):
    media_type, format = "application/vnd.oai.openapi+json", "openapi"


class Schema(EnglishView, APIView):
    """The document that describes this API, in OpenAPI 3.1."""

    renderer_classes = [OpenAPI, JSON]
    schema = None

    def get(self, request: Request) -> HttpResponseBase:
        parameters.given(request.query_params, {"format"})
        return json_answer(request, document(), kind=request.accepted_renderer.media_type)


@cache
def document() -> dict[str, Any]:
    with override("en"):
        made = SchemaGenerator().get_schema(request=None, public=True)
    return json.loads(json.dumps(made, default=str))


#: Swagger writes styles into its elements and pictures into its styles; nothing else is laxer.
LAXER = {"style-src": [SELF, UNSAFE_INLINE], "img-src": ["data:"], "connect-src": [SELF]}


@method_decorator(csp_update(LAXER), name="dispatch")
class Docs(View):
    """The kinds of problems, and the API to read and to try. The one page of HTML here."""

    http_method_names = ["get", "head"]

    def get(self, request: HttpRequest) -> HttpResponse:
        with override("en"):
            return render(request, "api/docs.html", {"kinds": KINDS})
