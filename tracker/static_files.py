"""Static files, of which no more stays on the reader's disk than of the pages."""

from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from whitenoise.middleware import WhiteNoiseMiddleware


class StaticFiles(WhiteNoiseMiddleware):
    """WhiteNoise, without the headers by which a browser would know a file again."""

    @staticmethod
    def serve(static_file: Any, request: HttpRequest) -> HttpResponseBase:
        response = WhiteNoiseMiddleware.serve(static_file, request)
        del response.headers["ETag"], response.headers["Last-Modified"]
        response.headers["Cache-Control"] = "no-store"
        return response
