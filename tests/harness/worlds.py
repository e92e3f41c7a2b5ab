"""A small world that has every noun in every state, each with a word of its own.

Whatever is visible stands beside what is hidden and is tied to it in the same way, so that a
missing word is missing because of the state and nothing else.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import groupby
from pathlib import Path

import yaml
from django.db.models import Model
from django.utils import timezone

from people.models import Person
from people.persons.public_names import renew_public_names
from publishing.actions.transaction import check_guards
from publishing.enums import Role
from publishing.models import Account, Record
from tests.accounts import account
from tests.factories import (
    ConsentFactory,
    MergeFactory,
    PublicRoleCitationFactory,
    PublicRoleFactory,
    expunged,
)
from tests.harness.connections import past_every_guard, run
from tests.harness.nouns import NOUNS, Anchors
from tracker.sections import PROSE

TABLE = yaml.safe_load(Path(__file__).with_name("surfaces.yaml").read_text())
TABLE["routes"] |= {f"<language>/{page.name}/": {} for page in PROSE}
STATES: dict[str, dict] = TABLE["states"]

#: The steps of publishing/enums.py with what each writes, and where a state stops on the way.
STEPS = (
    "state = 'in_review', submitted_by_id = created_by_id, submitted_at = ",
    "state = 'approved', approved_by_id = {by}, approved_at = ",
    "state = 'published', published_by_id = {by}, published_at = ",
)
WITHDRAWAL = (
    "state = 'withdrawn', withdrawal_reason = 'other', withdrawn_by_id = {by}, withdrawn_at = ",
)
STOPS_AT = {
    "draft": STEPS[:0],
    "expunged_unseen": STEPS[:0],
    "in_review": STEPS[:1],
    "approved": STEPS[:2],
}
TOMORROW, YESTERDAY = "now() + interval '1 day'", "now() - interval '1 day'"

PSEUDONYM = "Zhuk"
PSEUDONYMS = {"pseudonym": PSEUDONYM, "merged_to_name": "Bor", "merged_to_pseudonym": "Hai"}
#: Who agreed that partners read their pseudonym, and never that the public does.
NEVER_AGREED = "withdrawn_never_agreed"
#: What the record itself says, once it is published: the test moves its boundary, not the clock.
BOUNDARIES = {
    "embargoed_until": f"visible_from = {TOMORROW}",
    "withdrawn_unseen": f"visible_from = {TOMORROW}",
    "embargo_over": f"visible_from = {YESTERDAY}",
    "embargoed_condition": "embargo_condition = 'the last of them is abroad'",
    "condition_met": "embargo_condition = 'the last of them is abroad',"
    " embargo_confirmed_at = now(), embargo_confirmed_by_id = approved_by_id",
    "time_over": "visible_until = now() - interval '1 minute'",
    "private": "is_private = true",
    "unlisted": "is_listed = false",
    "count_only": "visibility = 'count_only'",
}
CONSENT = {
    "consent_revoked": "withdrawn_at = now()",
    "consent_expired": "given_on = '2025-01-01', expires_at = now()",
}


@dataclass(frozen=True)
class Planted:
    """One record in one state; `word` is in its text and nowhere else."""

    noun: str
    state: str
    row: Record
    word: str

    @property
    def is_shown(self) -> bool:
        return STATES[self.state]["shown"]


@dataclass
class World:
    anchors: Anchors
    planted: list[Planted] = field(default_factory=list)

    def of(self, noun: str) -> list[Planted]:
        return [one for one in self.planted if one.noun == noun]

    def get(self, noun: str, state: str) -> Planted:
        return next(one for one in self.of(noun) if one.state == state)


def build() -> World:
    """Everything is written as a draft, tied together, and then walked to its state."""
    author, second = account(Role.EDITOR), account(Role.REVIEWER)
    world = World(Anchors(author))
    for noun, write in NOUNS.items():
        for state in states_of(noun):
            word = f"zz{noun}{state.replace('_', '')}qq"
            row = write(word, None if state.startswith("expunged") else world.anchors, author)
            world.planted.append(Planted(noun, state, row, word))
    check_guards()  # everything was written to drafts
    with past_every_guard():  # which refuse to tie what is visible to what is hidden
        keep_from_the_public(world.get("person", NEVER_AGREED).row, world)
        walk(world.anchors.records(), second)
        for noun in NOUNS:
            walk([one.row for one in world.of(noun) if one.state not in STOPS_AT], second)
            for state, steps in STOPS_AT.items():
                walk([world.get(noun, state).row], second, steps)
    for one in world.planted:
        settle(one, world, second)
    renew_public_names()  # which no trigger did
    check_guards()
    return world


def states_of(noun: str) -> list[str]:
    return [state for state, rule in STATES.items() if noun in rule.get("of", NOUNS)]


def walk(
    rows: list[Record], by: Account, steps: tuple[str, ...] = STEPS, since: str = "1 hour"
) -> None:
    """The steps of the actions, for all rows of a table in one statement each.

    Backdated, because the transaction's clock stands still and `gone(…)` asks what was.
    """
    for model, group in by_model(rows):
        for step in steps:
            run(
                f"UPDATE {model._meta.db_table} SET {step.format(by=by.pk)}"
                f" now() - interval '{since}' WHERE id = ANY (%s)",
                [row.pk for row in group],
            )


def by_model(rows: list[Record]) -> Iterator[tuple[type[Model], list[Record]]]:
    ordered = sorted(rows, key=lambda row: row._meta.db_table)
    for model, group in groupby(ordered, key=type):
        yield model, list(group)


def settle(one: Planted, world: World, by: Account) -> None:
    """The last step of a state: a boundary, a consent, a withdrawal."""
    if one.state in BOUNDARIES:
        set_columns(one.row, BOUNDARIES[one.state])
    if one.state.startswith("withdrawn") or one.state == "expunged":
        walk([one.row], by, WITHDRAWAL, since="1 minute")
    if one.state.startswith("expunged"):
        expunged(one.row)
    if one.state in ("pseudonym", "merged_to_name", "merged_to_pseudonym"):
        hide_name(one, world)
    if one.state.startswith("merged"):
        merge(one, world, by)
    if one.state in CONSENT:
        for consent in one.row.consents.all():
            set_columns(consent, CONSENT[one.state])


def merge(one: Planted, world: World, by: Account) -> None:
    """Merge somebody into another who is shown; their rows stay, so that their words are theirs."""
    is_hidden = one.state == "merged_to_pseudonym"
    survivor = world.get("person", "pseudonym").row if is_hidden else world.anchors.person
    set_columns(one.row, f"merged_into_id = '{survivor.pk}'")
    with past_every_guard():
        MergeFactory(survivor=survivor, absorbed=one.row, decided_by=by)


def keep_from_the_public(row: Record, world: World) -> None:
    """Let somebody in a public role be shown by a pseudonym alone, to partners, for some time."""
    row.visibility, row.pseudonym = "pseudonym", "Kot"
    row.save()
    ended = timezone.now() - timedelta(minutes=30)  # since they were published, and before now
    ConsentFactory(person=row, field_group="pseudonym", audience="partners", withdrawn_at=ended)
    role = PublicRoleFactory(person=row)
    PublicRoleCitationFactory(public_role=role, source=world.anchors.telling)


def hide_name(one: Planted, world: World) -> None:
    """Show somebody by pseudonym, of whom everything is known that a named person shows."""
    person = Person.objects.get(pk=one.row.pk)
    person.visibility, person.pseudonym = "pseudonym", PSEUDONYMS[one.state]
    with past_every_guard():
        person.save()
        ConsentFactory(person=person, field_group="pseudonym")
        role = PublicRoleFactory(person=person, title_en=one.word)
        PublicRoleCitationFactory(public_role=role, source=world.anchors.telling)


def set_columns(row: Model, columns: str) -> None:
    """Move what only time or a proposal moves."""
    with past_every_guard():
        run(f"UPDATE {row._meta.db_table} SET {columns} WHERE id = %s", row.pk)
