"""What organisations and sources are chosen by; the site, the API and the exports ask alike."""

from django.core.validators import RegexValidator
from django_filters import CharFilter

from publishing.filters import Filters, Search, code, country, in_every_language, record
from sources.enums import OrganisationKind, SourceKind


class OrganisationFilters(Filters):
    kind = code("kind", OrganisationKind.choices)
    country = country()
    search = Search("abbreviation", *in_every_language("name"))


class SourceFilters(Filters):
    publisher = record("publisher_id")
    kind = code("kind", SourceKind.choices)
    language = CharFilter(validators=[RegexValidator(r"^[a-z]{2,3}\Z", "Such as be, ru or en.")])
    search = Search("title", "address")
