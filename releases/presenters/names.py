"""The names that a page needs to word its figures."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from publishing.labels import country_name
from publishing.languages import Text, in_language
from releases.enums import PLACE_DIMENSIONS, DocumentState
from releases.ledger import ClaimKey, Ledger
from releases.projections import PublishedDestination, PublishedWave
from sources.projections import PublishedOrganisation


@dataclass(frozen=True, slots=True)
class PageNames:
    """Places and yardsticks by code, sides of an exchange by id, in one language."""

    language: str
    places: Mapping[str, Text]
    yardsticks: Mapping[str, Text]
    sides: Mapping[str, str]

    def place_name(self, code: str) -> str:
        """A place by its code; a country that is no place of ours has its CLDR name."""
        known = self.places.get(code)
        return known.text if known else country_name(code.upper(), self.language)

    def yardstick_name(self, code: str) -> str:
        known = self.yardsticks.get(code)
        return known.text if known else str(DocumentState.WITHHELD.label)


def load_names(
    keys: Iterable[ClaimKey],
    language: str,
    *,
    places: Iterable[str] = (),
    waves: Iterable[PublishedWave] = (),
) -> PageNames:
    """The names of everything that the keys speak of, in two queries.

    `places` and the sides of `waves` come on top.
    """
    keys = list(keys)
    wanted = {value for key in keys for name, values in key.scope for value in values
              if name in PLACE_DIMENSIONS} | set(places)  # fmt: skip
    found = PublishedDestination.objects.filter(code__in=wanted)
    measured = PublishedOrganisation.objects.filter(code__in={key.yardstick for key in keys})
    return PageNames(
        language,
        {place.code: in_language(place, "name", language) for place in found},
        {each.code: in_language(each, "name", language) for each in measured},
        {side: name for wave in waves for side, name in side_names(wave, language)},
    )


def load_names_of_ledger(ledger: Ledger, language: str) -> PageNames:
    """The names of all that the claims of a ledger speak of."""
    return load_names((each.key for each in ledger.claims), language)


def load_names_of_wave(wave: PublishedWave, ledger: Ledger, language: str) -> PageNames:
    """The names of a wave's figures and of its releasing states."""
    places = [country.lower() for side in wave.sides for country in side["releasing"]]
    return load_names((each.key for each in ledger.claims), language, places=places, waves=[wave])


def side_names(wave: PublishedWave, language: str) -> Iterable[tuple[str, str]]:
    """The only side of a wave is the wave, and has no name of its own."""
    for side in wave.sides if len(wave.sides) > 1 else ():
        countries = ", ".join(country_name(code, language) for code in side["releasing"])
        said = {"number": side["number"], "countries": countries}
        yield side["id"], _("Side %(number)s: %(countries)s") % said
