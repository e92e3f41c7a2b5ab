"""Staff find people as the public does, among all names and pseudonyms."""

from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest

from people.persons.models import Name
from people.persons.name_search import find_by_letters, match_beginnings, match_near_words


class PersonSearchMixin:
    """For the admin of people, or of what has a person at the end of `person_path`.

    Its `search_fields` are other columns, by which a row is found as well.
    """

    person_path = ""

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet, search_term: str
    ) -> tuple[QuerySet, Any]:
        others, may_repeat = super().get_search_results(request, queryset, search_term)
        if not search_term.strip():
            return others, may_repeat
        by_name = Q(**{f"{self.person_path or 'pk'}__in": self.find_people(search_term)})
        return queryset.filter(by_name | Q(pk__in=others.values("pk"))), False

    def find_people(self, text: str) -> QuerySet:
        for fits in (match_beginnings(text), match_near_words(text)):
            found = Name.objects.filter(fits)
            if found.exists():
                return found.values("person_id")
        return find_by_letters(text, Name.objects.all()).values("person_id")
