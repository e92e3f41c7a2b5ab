"""Waves as an Atom feed and as a calendar; every filter of waves works on both."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time, timedelta
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from publishing.dates import InexactDate, date_from_json
from publishing.languages import in_language
from publishing.public_reads import keep_answer, public_snapshot
from releases import wave_list
from releases.projections import PublishedWave

MOST = 200
LINE = 75  # bytes of a line of iCalendar, without its end (RFC 5545, 3.1)


class WaveFeed(Feed):
    feed_type = Atom1Feed

    def get_object(self, request: HttpRequest, language: str) -> dict[str, Any]:
        waves = wave_list.filter_waves(request.GET, allowed=())[:MOST]
        return {"language": language, "waves": list(waves)}

    def title(self, obj: dict[str, Any]) -> str:
        return _("Releases, newest first")

    def link(self, obj: dict[str, Any]) -> str:
        return reverse("timeline", args=[obj["language"]])

    def items(self, obj: dict[str, Any]) -> list[tuple[str, PublishedWave]]:
        return [(obj["language"], wave) for wave in obj["waves"]]

    def item_title(self, item: tuple[str, PublishedWave]) -> str:
        return in_language(item[1], "title", item[0]).text

    def item_description(self, item: tuple[str, PublishedWave]) -> str:
        return in_language(item[1], "summary", item[0]).text

    def item_link(self, item: tuple[str, PublishedWave]) -> str:
        return reverse("wave", args=[item[0], item[1].slug])

    def item_guid(self, item: tuple[str, PublishedWave]) -> str:
        return f"urn:uuid:{item[1].id}"

    def item_updateddate(self, item: tuple[str, PublishedWave]) -> datetime:
        return datetime.combine(item[1].updated_on, time(), UTC)


@keep_answer
@public_snapshot()
def atom_feed(request: HttpRequest, language: str) -> HttpResponse:
    answer = WaveFeed()(request, language=language)
    del answer["Last-Modified"]
    return answer


@keep_answer
@public_snapshot()
def calendar_feed(request: HttpRequest, language: str) -> HttpResponse:
    """Days that are known from one side only stand in no calendar."""
    waves = wave_list.filter_waves(request.GET, allowed=())[:MOST]
    site = request.build_absolute_uri("/").removesuffix("/")
    lines = _write_calendar(waves, language, site)
    body = b"".join(fold_line(line) for line in lines)
    return HttpResponse(body, content_type="text/calendar; charset=utf-8")


def _write_calendar(waves: Iterable[PublishedWave], language: str, site: str) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Release tracker//EN")
    for wave in waves:
        on = date_from_json(wave.released_on or wave.crossed_on or wave.decided_on)
        if on and on.earliest and on.latest:
            yield from _write_event(wave, on, language, site)
    yield "END:VCALENDAR"


def _write_event(wave: PublishedWave, on: InexactDate, language: str, site: str) -> Iterator[str]:
    last = (on.latest or on.earliest) + timedelta(days=1)  # type: ignore[operator]
    yield "BEGIN:VEVENT"
    yield f"UID:{wave.id}"
    yield f"DTSTAMP:{wave.updated_on:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{on.earliest:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{last:%Y%m%d}"
    yield f"SUMMARY:{escape_value(in_language(wave, 'title', language).text)}"
    yield f"DESCRIPTION:{escape_value(in_language(wave, 'summary', language).text)}"
    yield f"URL:{site}{reverse('wave', args=[language, wave.slug])}"
    yield "END:VEVENT"


def escape_value(text: str) -> str:
    """Text as a value of iCalendar (RFC 5545, 3.3.11)."""
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\r\n", "\n").replace("\n", "\\n")


def fold_line(line: str) -> bytes:
    """A line of iCalendar with its end: none longer than 75 bytes, no letter cut in two."""
    rows, row = [], b""
    for letter in line:
        piece = letter.encode()
        if len(row) + len(piece) > LINE:
            rows.append(row)
            row = b" "
        row += piece
    return b"\r\n".join([*rows, row]) + b"\r\n"
