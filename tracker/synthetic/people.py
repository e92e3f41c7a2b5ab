"""Invented people: who they are, what they agreed to, and when they were held."""

from datetime import date, timedelta
from uuid import UUID

from people.models import (
    Citizenship,
    Consent,
    Custody,
    Name,
    Person,
    PersonCategory,
    PersonCitation,
    Placement,
)
from people.persons.enums import (
    Category,
    CustodyEnding,
    CustodyGround,
    FieldGroup,
    NameKind,
    PersonVisibility,
    PlacementKind,
    Sex,
)
from publishing.enums import Audience
from tracker.synthetic import names
from tracker.synthetic.setting import ABROAD, HOME, SYNTHETIC, Setting
from tracker.synthetic.tables import Tables, write_languages

SHOWN = [PersonVisibility.NAMED, PersonVisibility.PSEUDONYM, PersonVisibility.COUNT_ONLY]
AGREED = {
    PersonVisibility.NAMED: (FieldGroup.NAME, FieldGroup.CUSTODY, FieldGroup.JOURNEY),
    PersonVisibility.PSEUDONYM: (FieldGroup.PSEUDONYM, FieldGroup.CUSTODY, FieldGroup.JOURNEY),
    PersonVisibility.COUNT_ONLY: (),
}


def add_person(tables: Tables, setting: Setting, number: int, freed_on: date | None) -> UUID:
    """A person with all their parts; `freed_on` is None for one who is still held."""
    key = add_named_person(tables, setting, number)
    chance = tables.chance
    tables.add_row(Citizenship, person_id=key, country=HOME)
    if chance.random() < 0.05:
        tables.add_row(Citizenship, person_id=key, country=chance.choice(ABROAD))
    if chance.random() < 0.6:
        category = chance.choice(Category.values)
        tables.add_row(PersonCategory, person_id=key, category=category)
    _add_custody(tables, setting, key, freed_on)
    return key


def add_named_person(tables: Tables, setting: Setting, number: int) -> UUID:
    """A person with names, what they agreed to, and nothing else."""
    chance = tables.chance
    (shown,) = chance.choices(SHOWN, weights=(30, 10, 60))
    sex = chance.choice([Sex.FEMALE, Sex.MALE, Sex.MALE, Sex.UNKNOWN])
    key = tables.add_row(
        Person,
        visibility=shown.value,
        pseudonym=f"Synthetic-{number:05}" if shown is PersonVisibility.PSEUDONYM else "",
        sex=sex.value,
        birth=str(chance.randrange(1950, 2005)),
        note="Synthetic.",
        **write_languages("summary", lambda language: f"{SYNTHETIC[language]}."),
    )
    tables.add_row(PersonCitation, person_id=key, source_id=chance.choice(setting.sources))
    _add_names(tables, key, sex)
    for group in AGREED[shown]:
        tables.add_row(
            Consent,
            person_id=key,
            field_group=group.value,
            audience=Audience.PUBLIC.value,
            given_on=date(2025, 12, 31),
        )
    return key


def _add_names(tables: Tables, key: UUID, sex: Sex) -> None:
    """Two forms to four of one name, each as its language and its use have it."""
    given, family = (
        names.choose_given_name(tables.chance, sex),
        names.choose_family_name(tables.chance, sex),
    )
    for language, script, kind, way in names.FORMS[: tables.chance.randint(2, 4)]:
        parts = {"given": getattr(given, way), "family": getattr(family, way)}
        tables.add_row(
            Name,
            person_id=key,
            text=f"{parts['given']} {parts['family']}",
            script=script,
            language=language,
            kind=kind.value,
            is_preferred=kind is not NameKind.PASSPORT,
            **parts,
        )


def _add_custody(tables: Tables, setting: Setting, key: UUID, freed_on: date | None) -> None:
    chance = tables.chance
    arrested = (freed_on or date(2025, 12, 1)) - timedelta(days=chance.randrange(100, 1500))
    ended = freed_on.isoformat() if freed_on else None
    custody = tables.add_row(
        Custody,
        person_id=key,
        ground=CustodyGround.SENTENCE.value,
        started=chance.choice([f"{arrested:%Y-%m-%d}", f"{arrested:%Y-%m}"]),
        ended=ended,
        ending=(CustodyEnding.ENDED if freed_on else CustodyEnding.NOT_ENDED).value,
    )
    tables.add_row(
        Placement,
        custody_id=custody,
        facility_id=chance.choice(setting.facilities),
        kind=PlacementKind.PENAL_COLONY.value,
        started=f"{arrested + timedelta(days=60):%Y-%m}",
        ended=ended,
    )
