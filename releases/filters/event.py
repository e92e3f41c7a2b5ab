from typing import Any

from django.db.models import QuerySet
from django_filters import CharFilter, UUIDFilter

from publishing.filters import (
    PublicFilterSet,
    SearchFilter,
    SinceFilter,
    UntilFilter,
    code_filter,
    country_filter,
    in_every_language,
)
from releases.enums import EventKind


class EventFilters(PublicFilterSet):
    """`from` and `to` are days of an event's first stage."""

    kind = code_filter("kind", EventKind.choices)
    country = country_filter()
    wave = UUIDFilter(method="near_wave")
    search = SearchFilter(*in_every_language("title"), *in_every_language("summary"))
    vars().update({"from": SinceFilter("began_on"), "to": UntilFilter("began_on")})

    def near_wave(self, events: QuerySet, name: str, value: Any) -> QuerySet:
        return events.filter(wave_ids__contains=[value])


class AnswerFilters(PublicFilterSet):
    slug = CharFilter()
    wave = UUIDFilter(method="about_wave")
    search = SearchFilter(*in_every_language("question"), *in_every_language("body"))

    def about_wave(self, answers: QuerySet, name: str, value: Any) -> QuerySet:
        return answers.filter(waves__contains=[{"id": str(value)}])
