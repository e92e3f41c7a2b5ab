"""What people are chosen by; the site, the API and the exports ask alike."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from people.enums import Category, PersonVisibility
from people.projections import PublishedName
from publishing.filters import Filters, Search, code

SHOWN = [choice for choice in PersonVisibility.choices if choice[0] != "count_only"]


class SearchNames(Search):
    """People one of whose public names, in any script, holds every word."""

    def holds(self, word: str) -> Q:
        names = PublishedName.objects.filter(person_id=OuterRef("id"), text__icontains=word)
        return Q(Exists(names))


class PersonFilters(Filters):
    shown_as = code("shown_as", SHOWN)
    category = code("categories", Category.choices, method="in_category")
    search = SearchNames()

    def in_category(self, people: QuerySet, name: str, value: str) -> QuerySet:
        return people.filter(categories__contains=[value])
