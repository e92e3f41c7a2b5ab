"""What people are chosen by; the site, the API and the exports ask alike."""

from django.db.models import QuerySet

from people.persons.enums import Category, PersonVisibility
from people.persons.name_search import search_names
from publishing.filters import Filters, Search, code

SHOWN = [choice for choice in PersonVisibility.choices if choice[0] != "count_only"]


class SearchNames(Search):
    """People one of whose public names has every word, in any script and spelling."""

    def filter(self, qs: QuerySet, value: str) -> QuerySet:
        return search_names(value).filter_people(qs) if value else qs


class PersonFilters(Filters):
    shown_as = code("shown_as", SHOWN)
    category = code("categories", Category.choices, method="in_category")
    search = SearchNames()

    def in_category(self, people: QuerySet, name: str, value: str) -> QuerySet:
        return people.filter(categories__contains=[value])
