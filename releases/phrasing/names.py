"""The names that a page needs to word its figures."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from publishing import words
from publishing.languages import Text, in_language
from releases.enums import PLACE_DIMENSIONS
from releases.ledger import Key
from releases.projections import PublishedDestination
from sources.projections import PublishedOrganisation


@dataclass(frozen=True, slots=True)
class Names:
    """Places and yardsticks by code, in one language."""

    language: str
    places: Mapping[str, Text]
    yardsticks: Mapping[str, Text]

    def place(self, code: str) -> str:
        """A place by its code; a country that is no place of ours has its CLDR name."""
        known = self.places.get(code)
        return known.text if known else words.country(code.upper(), self.language)

    def yardstick(self, code: str) -> str:
        known = self.yardsticks.get(code)
        return known.text if known else code


def names(keys: Iterable[Key], language: str, *, places: Iterable[str] = ()) -> Names:
    """The names of everything that the keys speak of, in two queries; `places` come on top."""
    keys = list(keys)
    wanted = {value for key in keys for name, values in key.scope for value in values
              if name in PLACE_DIMENSIONS} | set(places)  # fmt: skip
    found = PublishedDestination.objects.filter(code__in=wanted)
    measured = PublishedOrganisation.objects.filter(code__in={key.yardstick for key in keys})
    return Names(
        language,
        {place.code: in_language(place, "name", language) for place in found},
        {each.code: in_language(each, "name", language) for each in measured},
    )
