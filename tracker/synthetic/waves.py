"""Waves of a synthetic world: who was freed in them, and where they were taken."""

from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from releases.enums import (
    Disposition,
    DocumentState,
    LegalBasis,
    LegChoice,
    LegKind,
    MemberOutcome,
    MemberRole,
    PartyRole,
    Will,
)
from releases.models import (
    Leg,
    LegCitation,
    Member,
    MemberCitation,
    Party,
    Release,
    ReleaseCitation,
    Side,
    Wave,
    WaveCitation,
)
from tracker.synthetic.setting import ABROAD, HOME, SYNTHETIC, Setting
from tracker.synthetic.tables import Tables, write_languages


class Opened(NamedTuple):
    """A wave and its one side; `to` is the country that people were taken to, empty for none."""

    wave: UUID
    side: UUID
    on: date
    to: str


def add_wave(tables: Tables, setting: Setting, number: int, on: date) -> Opened:
    chance = tables.chance
    to = chance.choice(("", *ABROAD))
    key = tables.add_row(
        Wave,
        slug=f"synthetic-{number:04}",
        country=HOME,
        released_on=on.isoformat(),
        crossed_on=on.isoformat() if to else None,
        **write_languages("title", lambda language: f"{SYNTHETIC[language]} W-{number:04}"),
        **write_languages("grouping_reason", lambda language: f"{SYNTHETIC[language]}."),
    )
    tables.add_row(WaveCitation, wave_id=key, source_id=chance.choice(setting.sources))
    side = tables.add_row(
        Side, wave_id=key, number=1, releasing=[HOME], receiving=[to] if to else []
    )
    for role in (PartyRole.NEGOTIATOR, PartyRole.RECEPTION):
        organisation = chance.choice(setting.organisations)
        tables.add_row(Party, wave_id=key, organisation_id=organisation, role=role.value)
    return Opened(key, side, on, to)


def add_membership(tables: Tables, setting: Setting, opened: Opened, person: UUID) -> None:
    """Make a freed person a member of a wave, with a release and, where it led abroad, legs."""
    chance = tables.chance
    member = tables.add_row(
        Member,
        side_id=opened.side,
        person_id=person,
        role=MemberRole.RELEASED.value,
        outcome=MemberOutcome.FREED.value,
        is_verified=chance.random() < 0.7,
    )
    tables.add_row(MemberCitation, member_id=member, source_id=chance.choice(setting.sources))
    release = tables.add_row(
        Release,
        person_id=person,
        member_id=member,
        released_on=opened.on.isoformat(),
        legal_basis=LegalBasis.PARDON.value,
        disposition=(
            Disposition.DEPORTED_ABROAD if opened.to else Disposition.STAYED_IN_THE_COUNTRY
        ).value,
        will=Will.UNKNOWN.value,
        documents=_choose_documents(tables),
    )
    tables.add_row(ReleaseCitation, release_id=release, source_id=chance.choice(setting.sources))
    if opened.to:
        _add_legs(tables, setting, opened, person)


def _add_legs(tables: Tables, setting: Setting, opened: Opened, person: UUID) -> None:
    """Over the border, and for some on to a city there and to another country."""
    chance = tables.chance
    countries = [opened.to, *chance.sample(ABROAD, k=2)][: chance.choice((1, 1, 2, 3))]
    here = setting.places[HOME][0]
    for number, country in enumerate(countries, 1):
        there = chance.choice(setting.places[country][1:])
        if there == here:
            continue
        is_first = number == 1
        leg = tables.add_row(
            Leg,
            person_id=person,
            wave_id=opened.wave,
            number=number,
            kind=(LegKind.CROSSING if is_first else LegKind.ONWARD_MOVE).value,
            origin_id=here,
            destination_id=there,
            departed_on=f"{opened.on + timedelta(days=3 * (number - 1)):%Y-%m-%d}",
            choice=(LegChoice.FORCED if is_first else LegChoice.OWN).value,
            documents=_choose_documents(tables),
        )
        tables.add_row(LegCitation, leg_id=leg, source_id=chance.choice(setting.sources))
        here = there


def _choose_documents(tables: Tables) -> str:
    return tables.chance.choice(
        [DocumentState.PASSPORT_KEPT, DocumentState.CONFISCATED, DocumentState.UNKNOWN]
    ).value
