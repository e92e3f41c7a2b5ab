"""What a view of a wave needs before it runs."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse

from publishing.public_reads import keep_answer, public_snapshot
from publishing.tombstones import render_tombstone
from releases.projections import GoneWave, PublishedWave

WaveView = Callable[[HttpRequest, str, PublishedWave], HttpResponse]


def with_wave(view: WaveView) -> Callable[[HttpRequest, str, str], HttpResponse]:
    """The wave of a slug, read at one moment; 410 where it was public once, else 404."""

    @keep_answer
    @public_snapshot()
    def find_wave(request: HttpRequest, language: str, slug: str) -> HttpResponse:
        if wave := PublishedWave.objects.filter(slug=slug).first():
            return view(request, language, wave)
        if once := GoneWave.objects.filter(slug=slug).first():
            return render_tombstone(request, once.reason)
        raise Http404

    return find_wave
