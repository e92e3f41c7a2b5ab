from datetime import date
from typing import Any

from django.core.validators import RegexValidator
from django.db.models import Exists, OuterRef, Q, QuerySet
from django_filters import CharFilter, UUIDFilter

from people.persons.filters import PersonFilters
from publishing.filters import (
    NO_DAY,
    DayFilter,
    PublicFilterSet,
    SearchFilter,
    UntilFilter,
    code_filter,
    country_filter,
    in_every_language,
    yes_or_no_filter,
)
from releases.enums import MemberOutcome
from releases.projections import PublishedMember


class NotOverFilter(DayFilter):
    """Waves that may have gone on until a day or later."""

    def filter(self, qs: QuerySet, value: Any) -> QuerySet:
        if not value:
            return qs
        no_last_day = Q(ended_on__isnull=True, began_on__gt=NO_DAY)
        return qs.filter(Q(ended_on__gte=value) | no_last_day)


class WaveFilters(PublicFilterSet):
    """`from` and `to`: waves that may lie between two days, both included."""

    slug = CharFilter()
    country = country_filter()
    is_open = yes_or_no_filter("is_open")
    year = CharFilter(
        method="in_year",
        validators=[RegexValidator(r"^(19|20)[0-9]{2}\Z", "A year from 1900 to 2099.")],
    )
    search = SearchFilter(*in_every_language("title"), *in_every_language("summary"))
    vars().update({"from": NotOverFilter("ended_on"), "to": UntilFilter("began_on")})

    def in_year(self, waves: QuerySet, name: str, value: Any) -> QuerySet:
        year = int(value)
        waves = self.filters["from"].filter(waves, date(year, 1, 1))
        return self.filters["to"].filter(waves, date(year, 12, 31))


class PersonOfWaveFilters(PersonFilters):
    """People, and those freed in one wave: waves stand in this room, above people.

    Whoever is on a list may have been turned back; `outcome` asks for them.
    """

    wave = UUIDFilter(method="in_wave")
    outcome = code_filter("outcome", MemberOutcome.choices, method="with_outcome")

    def in_wave(self, people: QuerySet, name: str, value: Any) -> QuerySet:
        outcome = self.form.cleaned_data["outcome"] or MemberOutcome.FREED
        return _filter_members(people, wave_id=value, outcome=outcome)

    def with_outcome(self, people: QuerySet, name: str, value: str) -> QuerySet:
        return _filter_members(people, outcome=value)


def _filter_members(people: QuerySet, **what: Any) -> QuerySet:
    return people.filter(Exists(PublishedMember.objects.filter(person_id=OuterRef("id"), **what)))
