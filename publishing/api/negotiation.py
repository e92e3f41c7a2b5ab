"""How a request chooses the format of its answer."""

from collections.abc import Iterable

from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request

from publishing.api.problems import describe_parameter, raise_bad_parameters


class FormatNegotiation(DefaultContentNegotiation):
    """`?format=` before Accept. An unknown format is a bad parameter and not a missing page."""

    def filter_renderers(
        self, renderers: Iterable[BaseRenderer], wanted: str
    ) -> list[BaseRenderer]:
        renderers = list(renderers)
        known = [renderer for renderer in renderers if renderer.format == wanted]
        if not known:
            names = ", ".join(renderer.format for renderer in renderers)
            raise_bad_parameters([describe_parameter("format", f"One of: {names}.")])
        return known

    def select_renderer(
        self, request: Request, renderers: Iterable[BaseRenderer], format_suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        wanted = request.query_params.get("format")
        if wanted is None:
            return super().select_renderer(request, renderers, format_suffix)
        chosen = self.filter_renderers(renderers, wanted)[0]
        return chosen, chosen.media_type
