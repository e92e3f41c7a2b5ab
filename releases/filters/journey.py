from publishing.filters import (
    Filters,
    Search,
    Since,
    Until,
    code,
    country,
    in_every_language,
    record,
)
from releases.enums import DestinationKind, Disposition, LegalBasis, LegKind


class DestinationFilters(Filters):
    kind = code("kind", DestinationKind.choices)
    country = country()
    within = record("within_id")
    search = Search("code", *in_every_language("name"))


class ReleaseFilters(Filters):
    wave = record("wave_id")
    person = record("person_id")
    legal_basis = code("legal_basis", LegalBasis.choices)
    disposition = code("disposition", [*Disposition.choices, ("withheld", "Withheld")])
    vars().update({"from": Since("released_sort"), "to": Until("released_sort")})


class LegFilters(Filters):
    """`from` and `to` are destinations by their id."""

    wave = record("wave_id")
    person = record("person_id")
    kind = code("kind", LegKind.choices)
    vars().update({"from": record("origin_id"), "to": record("destination_id")})
