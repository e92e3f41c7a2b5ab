"""What the lists' articles and places are called with us: read once for an import."""

import re
from dataclasses import dataclass, field
from uuid import UUID

from people.persons.enums import FacilityKind, NotAFacility, PlacementKind
from people.persons.models import CriminalArticle, Facility
from publishing.languages import LANGUAGES

PLACEMENTS = {
    FacilityKind.PENAL_COLONY: PlacementKind.PENAL_COLONY,
    FacilityKind.PENAL_COLONY_WOMEN: PlacementKind.PENAL_COLONY,
    FacilityKind.PENAL_COLONY_SPECIAL_REGIME: PlacementKind.PENAL_COLONY_SPECIAL,
    FacilityKind.PRISON: PlacementKind.PRISON_REGIME,
    FacilityKind.PRETRIAL_DETENTION: PlacementKind.PRETRIAL_DETENTION,
    FacilityKind.SECURITY_SERVICE_DETENTION: PlacementKind.SECURITY_SERVICE_DETENTION,
    FacilityKind.OPEN_TYPE_FACILITY: PlacementKind.OPEN_TYPE_FACILITY,
    FacilityKind.PRISON_HOSPITAL: PlacementKind.PRISON_HOSPITAL,
    FacilityKind.PSYCHIATRIC_HOSPITAL: PlacementKind.COMPULSORY_PSYCHIATRIC,
    FacilityKind.MILITARY: PlacementKind.MILITARY,
}
#: Words of a cell of the prison that name no place (tracker/reference/data/not_facilities.yaml).
NO_PLACES = (
    ("awaiting the commencement", NotAFacility.AWAITING_THE_SENTENCE),
    ("ожидает начала", NotAFacility.AWAITING_THE_SENTENCE),
    ("released", NotAFacility.RELEASED),
    ("освобожд", NotAFacility.RELEASED),
    ("вызвален", NotAFacility.RELEASED),
)
NOT_KNOWN = {"unknown", "неизвестно", "невядома"}
SHORT = re.compile(r"([^\W\d_]+)[\s\-–—]*(?:№|no\.?|n)?\s*(\d+)")


@dataclass(frozen=True)
class ListVocabulary:
    """`articles`: (article, part) → id, in the code of `country` as it stands.

    `places`: a name of a facility, or its short kind and number → its id and the kind of placement.
    """

    articles: dict[tuple[str, str], UUID]
    places: dict[str, tuple[UUID, PlacementKind]]
    labels: dict[str, str] = field(default_factory=dict)

    @classmethod
    def from_database(cls) -> "ListVocabulary":
        rows = list(CriminalArticle.objects.exclude(state="withdrawn"))
        places: dict[str, tuple[UUID, PlacementKind]] = {}
        facilities = list(Facility.objects.exclude(state="withdrawn").order_by("code"))
        for facility in facilities:
            found = facility.pk, PLACEMENTS.get(FacilityKind(facility.kind), PlacementKind.UNKNOWN)
            for spelling in _list_spellings(facility):
                places.setdefault(spelling, found)
        labels = {
            str(row.pk): f"{row.article}({row.part})" if row.part else row.article for row in rows
        }
        labels |= {str(row.pk): getattr(row, "name_en", "") or row.code for row in facilities}
        return cls({(row.article, row.part): row.pk for row in rows}, places, labels)

    def find_place(self, cell: str) -> tuple[UUID, PlacementKind] | NotAFacility | None:
        """The facility that a cell names, what else it says, or None for a place not known."""
        text = _fold_case(cell)
        if {part.strip() for part in text.split("/")} <= NOT_KNOWN:
            return NotAFacility.UNKNOWN
        for words, meaning in NO_PLACES:
            if words in text:
                return meaning
        if text in self.places:
            return self.places[text]
        for match in SHORT.finditer(text):
            if found := self.places.get(f"{match[1]}{match[2]}"):
                return found
        head = re.split(r"[.,;(]", text)[0].strip()
        return self.places.get(head)


def _list_spellings(facility: Facility) -> list[str]:
    names = [getattr(facility, f"name_{language}") for language in LANGUAGES]
    kinds = re.split(r"\s*/\s*", facility.kind_local) if facility.number else []
    short = [f"{_fold_case(kind).split()[0]}{facility.number}" for kind in kinds if kind]
    return [_fold_case(text) for text in (facility.code, *names) if text] + short


def _fold_case(text: str) -> str:
    return " ".join(text.casefold().split())
