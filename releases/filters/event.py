from typing import Any

from django.db.models import QuerySet
from django_filters import CharFilter, UUIDFilter

from publishing.filters import Filters, Search, Since, Until, code, country, in_every_language
from releases.enums import EventKind


class EventFilters(Filters):
    """`from` and `to` are days of an event's first stage."""

    kind = code("kind", EventKind.choices)
    country = country()
    wave = UUIDFilter(method="near_wave")
    search = Search(*in_every_language("title"), *in_every_language("summary"))
    vars().update({"from": Since("began_on"), "to": Until("began_on")})

    def near_wave(self, events: QuerySet, name: str, value: Any) -> QuerySet:
        return events.filter(wave_ids__contains=[value])


class AnswerFilters(Filters):
    slug = CharFilter()
    wave = UUIDFilter(method="about_wave")
    search = Search(*in_every_language("question"), *in_every_language("body"))

    def about_wave(self, answers: QuerySet, name: str, value: Any) -> QuerySet:
        return answers.filter(waves__contains=[{"id": str(value)}])
