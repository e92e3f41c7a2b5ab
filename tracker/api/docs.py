"""The OpenAPI document and the page that shows it, both served from here."""

import json
from functools import cache
from typing import Any

from csp.constants import SELF, UNSAFE_INLINE
from csp.decorators import csp_update
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.utils.translation import override
from django.views import View
from drf_spectacular.generators import SchemaGenerator
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from publishing.api.parameters import validate_params
from publishing.api.problems import KINDS
from publishing.api.renderers import JSONRenderer
from publishing.api.resources import PublicView


class OpenAPIRenderer(JSONRenderer):
    media_type, format = "application/vnd.oai.openapi+json", "openapi"


class Schema(PublicView, APIView):
    """The document that describes this API, in OpenAPI 3.1."""

    renderer_classes = [OpenAPIRenderer, JSONRenderer]
    schema = None

    def get(self, request: Request) -> Response:
        validate_params(request.query_params, {"format"})
        return Response(make_document())


@cache
def make_document() -> dict[str, Any]:
    with override("en"):
        made = SchemaGenerator().get_schema(request=None, public=True)
        return json.loads(json.dumps(made, default=str))


#: Swagger writes styles into its elements and pictures into its styles; nothing else is laxer.
LAXER = {
    "script-src": [SELF],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": ["data:"],
    "connect-src": [SELF],
}


@method_decorator(csp_update(LAXER), name="dispatch")
class Docs(View):
    """The kinds of problems, and the API to read and to try. The one page of HTML here."""

    http_method_names = ["get", "head"]

    def get(self, request: HttpRequest) -> HttpResponse:
        with override("en"):
            return render(request, "api/docs.html", {"kinds": KINDS})
