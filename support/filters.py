"""What programmes of help are chosen by; the site, the API and the exports ask alike."""

from django.core.validators import RegexValidator
from django.db.models import QuerySet
from django_filters import CharFilter

from publishing.filters import (
    PublicFilterSet,
    SearchFilter,
    code_filter,
    country_filter,
    in_every_language,
    record_filter,
)
from support.enums import KindOfHelp


class ProgrammeFilters(PublicFilterSet):
    kind_of_help = code_filter("kinds_of_help", KindOfHelp.choices, method="contains_code")
    country = country_filter("countries", method="contains_code")
    language = CharFilter(
        "languages",
        lookup_expr="icontains",
        validators=[RegexValidator(r"^[a-z]{2,3}\Z", "Such as be, ru or en.")],
    )
    organisation = record_filter("organisation_id")
    search = SearchFilter(*in_every_language("name"), *in_every_language("about"))

    def contains_code(self, programmes: QuerySet, name: str, value: str) -> QuerySet:
        return programmes.filter(**{f"{name}__contains": [value]})
