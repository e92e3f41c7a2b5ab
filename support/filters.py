"""What programmes of help are chosen by; the site, the API and the exports ask alike."""

from django.core.validators import RegexValidator
from django.db.models import QuerySet
from django_filters import CharFilter

from publishing.filters import Filters, Search, code, country, in_every_language, record
from support.enums import KindOfHelp


class ProgrammeFilters(Filters):
    kind_of_help = code("kinds_of_help", KindOfHelp.choices, method="among")
    country = country("countries", method="among")
    language = CharFilter(
        "languages",
        lookup_expr="icontains",
        validators=[RegexValidator(r"^[a-z]{2,3}\Z", "Such as be, ru or en.")],
    )
    organisation = record("organisation_id")
    search = Search(*in_every_language("name"), *in_every_language("about"))

    def among(self, programmes: QuerySet, name: str, value: str) -> QuerySet:
        return programmes.filter(**{f"{name}__contains": [value]})
