"""What people are chosen by; the site, the API and the exports ask alike."""

from django.db.models import QuerySet

from people.persons.enums import Category, PersonVisibility
from people.persons.name_search import search_names
from publishing.filters import PublicFilterSet, SearchFilter, code_filter

SHOWN = [choice for choice in PersonVisibility.choices if choice[0] != "count_only"]


class NameSearchFilter(SearchFilter):
    """People one of whose public names has every word, in any script and spelling."""

    def filter(self, qs: QuerySet, value: str) -> QuerySet:
        return search_names(value).filter_people(qs) if value else qs


class PersonFilters(PublicFilterSet):
    shown_as = code_filter("shown_as", SHOWN)
    category = code_filter("categories", Category.choices, method="in_category")
    search = NameSearchFilter()

    def in_category(self, people: QuerySet, name: str, value: str) -> QuerySet:
        return people.filter(categories__contains=[value])
