"""What every noun's filters share: names, values and terms are refused, never guessed at."""

from functools import reduce
from operator import or_
from typing import Any

import django_filters
from django.core.validators import MaxLengthValidator, RegexValidator
from django.db.models import Q, QuerySet
from django.forms import ValidationError

from publishing.languages import LANGUAGES

LONGEST_SEARCH = 200
MOST_TERMS = 8
#: Stands in the sort columns of the views for a day that nobody knows.
NO_DAY = "0001-01-01"


class PublicFilterSet(django_filters.FilterSet):
    """The filters of one noun, made with the address's parameters and a queryset.

    What was wrong stands in `errors`, by parameter; only without any is `qs` to be read.
    """


def split_terms(text: str) -> list[str]:
    """The words of a search.

    Raises ValidationError for more than 8 of them: each costs the database a look at every row.
    """
    words = text.split()
    if len(words) > MOST_TERMS:
        raise ValidationError(f"At most {MOST_TERMS} words.", code="too_many_terms")
    return words


class SearchFilter(django_filters.CharFilter):
    """Rows where every word stands somewhere in one of `columns`, in any case of letters."""

    def __init__(self, *columns: str) -> None:
        super().__init__(validators=[MaxLengthValidator(LONGEST_SEARCH), split_terms])
        self.columns = columns

    def filter(self, qs: QuerySet, value: str) -> QuerySet:
        for word in split_terms(value or ""):
            qs = qs.filter(self.match_word(word))
        return qs

    def match_word(self, word: str) -> Q:
        return reduce(or_, (Q(**{f"{column}__icontains": word}) for column in self.columns))


def in_every_language(field: str) -> list[str]:
    """The seven columns of an editorial text."""
    return [f"{field}_{language}" for language in LANGUAGES]


def country_filter(field: str = "country", **options: Any) -> django_filters.CharFilter:
    """A country by its two letters (ISO 3166-1)."""
    letters = RegexValidator(r"^[A-Z]{2}\Z", "Two capital letters of ISO 3166-1.")
    return django_filters.CharFilter(field, validators=[letters], **options)


def code_filter(field: str, choices: Any, **options: Any) -> django_filters.ChoiceFilter:
    """One code of a closed vocabulary."""
    return django_filters.ChoiceFilter(field_name=field, choices=choices, **options)


def record_filter(field: str) -> django_filters.UUIDFilter:
    """Rows of the record with this id. One that is hidden and one that never was answer alike."""
    return django_filters.UUIDFilter(field)


def yes_or_no_filter(field: str) -> django_filters.TypedChoiceFilter:
    """`true` or `false`, and no other word for them."""
    words = (("true", "true"), ("false", "false"))
    return django_filters.TypedChoiceFilter(
        field_name=field, choices=words, coerce=lambda word: word == "true"
    )


class DayFilter(django_filters.DateFilter):
    """A day as ISO 8601 writes it."""

    def __init__(self, field: str, lookup: str = "exact") -> None:
        super().__init__(field, lookup_expr=lookup, input_formats=["%Y-%m-%d"])


class SinceFilter(DayFilter):
    """Rows whose sort column is not before a day. A row without a day is not after any."""

    def __init__(self, field: str) -> None:
        super().__init__(field, "gte")


class UntilFilter(DayFilter):
    """Rows whose sort column is not after a day, the unknown days left out."""

    def filter(self, qs: QuerySet, value: Any) -> QuerySet:
        if not value:
            return qs
        return qs.filter(**{f"{self.field_name}__lte": value, f"{self.field_name}__gt": NO_DAY})
