from publishing.filters import (
    PublicFilterSet,
    SearchFilter,
    SinceFilter,
    UntilFilter,
    code_filter,
    country_filter,
    in_every_language,
    record_filter,
)
from releases.enums import DestinationKind, Disposition, LegalBasis, LegKind


class DestinationFilters(PublicFilterSet):
    kind = code_filter("kind", DestinationKind.choices)
    country = country_filter()
    within = record_filter("within_id")
    search = SearchFilter("code", *in_every_language("name"))


class ReleaseFilters(PublicFilterSet):
    wave = record_filter("wave_id")
    person = record_filter("person_id")
    legal_basis = code_filter("legal_basis", LegalBasis.choices)
    disposition = code_filter("disposition", [*Disposition.choices, ("withheld", "Withheld")])
    vars().update({"from": SinceFilter("released_sort"), "to": UntilFilter("released_sort")})


class LegFilters(PublicFilterSet):
    """`from` and `to` are destinations by their id."""

    wave = record_filter("wave_id")
    person = record_filter("person_id")
    kind = code_filter("kind", LegKind.choices)
    vars().update({"from": record_filter("origin_id"), "to": record_filter("destination_id")})
