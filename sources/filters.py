"""What organisations and sources are chosen by; the site, the API and the exports ask alike."""

from django.core.validators import RegexValidator
from django_filters import CharFilter

from publishing.filters import (
    PublicFilterSet,
    SearchFilter,
    code_filter,
    country_filter,
    in_every_language,
    record_filter,
)
from sources.enums import OrganisationKind, SourceKind


class OrganisationFilters(PublicFilterSet):
    kind = code_filter("kind", OrganisationKind.choices)
    country = country_filter()
    search = SearchFilter("abbreviation", *in_every_language("name"))


class SourceFilters(PublicFilterSet):
    publisher = record_filter("publisher_id")
    kind = code_filter("kind", SourceKind.choices)
    language = CharFilter(validators=[RegexValidator(r"^[a-z]{2,3}\Z", "Such as be, ru or en.")])
    search = SearchFilter("title", "address")
