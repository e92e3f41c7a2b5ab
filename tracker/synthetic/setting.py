"""What people of a synthetic world move among: organisations, sources, places."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from people.models import Facility
from people.persons.enums import FacilityKind
from releases.enums import DestinationKind
from releases.models import Destination
from sources.enums import OrganisationKind, SourceKind, SpeakerKind, UpstreamKind
from sources.models import Organisation, Source, Speaker
from tracker.synthetic.tables import Tables, write_languages

KINDS = [
    OrganisationKind.HUMAN_RIGHTS_GROUP,
    OrganisationKind.POLITICAL_OFFICE,
    OrganisationKind.GOVERNMENT_BODY,
    OrganisationKind.MEDIA,
]
#: What marks every name, in every language.
SYNTHETIC = {"be": "Сінтэтычны", "ru": "Синтетический", "en": "Synthetic"}
HOME, ABROAD = "BY", ("LT", "PL", "UA", "DE")


@dataclass
class Setting:
    """Ids of what is there; `places` has the country first and then its cities."""

    organisations: list[UUID] = field(default_factory=list)
    speakers: list[UUID] = field(default_factory=list)
    sources: list[UUID] = field(default_factory=list)
    facilities: list[UUID] = field(default_factory=list)
    places: dict[str, list[UUID]] = field(default_factory=dict)


def furnish_setting(tables: Tables, people: int) -> Setting:
    setting = Setting()
    for number in range(12):
        _add_organisation(tables, setting, number)
    for number in range(20 + people // 50):
        setting.sources.append(_add_source(tables, setting, number))
    for number in range(8):
        setting.facilities.append(_add_facility(tables, number))
    for country in (HOME, *ABROAD):
        setting.places[country] = _add_places(tables, country)
    return setting


def name_in_languages(what: str) -> dict[str, str]:
    """The name of something, which says in each language that it is invented."""
    return write_languages("name", lambda language: f"{SYNTHETIC[language]} {what}")


def _add_organisation(tables: Tables, setting: Setting, number: int) -> None:
    code = f"synthetic-{number:02}"
    key = tables.add_row(
        Organisation,
        code=code,
        kind=KINDS[number % len(KINDS)].value,
        **name_in_languages(f"O-{number:02}"),
    )
    setting.organisations.append(key)
    setting.speakers.append(
        tables.add_row(Speaker, code=code, kind=SpeakerKind.ORGANISATION.value, organisation_id=key)
    )


def _add_source(tables: Tables, setting: Setting, number: int) -> UUID:
    day = date(2021, 1, 1) + timedelta(days=tables.chance.randrange(1800))
    upstream = tables.chance.choice([UpstreamKind.ORIGINAL, UpstreamKind.UNKNOWN])
    return tables.add_row(
        Source,
        publisher_id=tables.chance.choice(setting.organisations),
        title=f"Synthetic source {number:05}",
        language="en",
        kind=SourceKind.NEWS_ARTICLE.value,
        address=f"https://synthetic-{number:05}.invalid/",
        published_on=day.isoformat(),
        upstream_kind=upstream.value,
    )


def _add_facility(tables: Tables, number: int) -> UUID:
    return tables.add_row(
        Facility,
        code=f"synthetic-{number:02}",
        kind=FacilityKind.PENAL_COLONY.value,
        number=str(number),
        country=HOME,
        **name_in_languages(f"F-{number:02}"),
    )


def _add_places(tables: Tables, country: str) -> list[UUID]:
    code = f"synthetic-{country.lower()}"
    kind = DestinationKind.COUNTRY.value
    whole = tables.add_row(
        Destination, code=code, kind=kind, country=country, **name_in_languages(country)
    )
    cities = [
        tables.add_row(
            Destination,
            code=f"{code}-{number}",
            kind=DestinationKind.CITY.value,
            country=country,
            within_id=whole,
            **name_in_languages(f"{country}-{number}"),
        )
        for number in (1, 2)
    ]
    return [whole, *cities]
