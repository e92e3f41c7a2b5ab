"""Small worlds of synthetic people with rows in every room, and what staff do in them."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random
from typing import Any

from django.db import connection, models
from django.utils import timezone

from people.duplicates.merging.actions import merge_people, undo_merge
from people.duplicates.merging.rules import cannot_merge, cannot_undo, order_by_policy
from people.models import Merge, Name, Person
from publishing.actions import accept, action, propose
from publishing.enums import Role, State
from publishing.models import BaseModel, Proposal, Record
from tests import factories as make
from tests.accounts import account
from tests.repository.constraints import catalogue
from tests.repository.constraints.holding import settle, undone

ACTS = ("merge", "merge", "undo", "edit", "add", "hang", "delete", "hide")
#: Decisions, what is derived, and the history are no rows of anybody.
BESIDE = {"people_merge", "people_move"}
Rows = dict[tuple[str, str], dict[str, Any]]


def snapshot() -> Rows:
    """Every row of every room, as the database has it."""
    found = {}
    for table, model in catalogue.tables().items():
        if issubclass(model, BaseModel) and table not in BESIDE:
            with connection.cursor() as cursor:
                cursor.execute(f"SELECT to_jsonb(t)::text FROM {table} t")
                for row in map(json.loads, (text for (text,) in cursor.fetchall())):
                    found[table, row["id"]] = row
    return found


def as_it_is(row: models.Model) -> dict[str, Any]:
    with connection.cursor() as cursor:
        table = row._meta.db_table
        cursor.execute(f"SELECT to_jsonb(t)::text FROM {table} t WHERE id = %s", [row.pk])
        return json.loads(cursor.fetchone()[0])


@dataclass
class World:
    """`expected`: every row as it should be once every merge is undone.

    Nothing is chosen by an id, so that a world of one number is always the same one.
    """

    rng: Random
    people: list[Person] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    expected: Rows = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.editor, self.reviewer = account(Role.EDITOR), account(Role.REVIEWER)
        self.organisation = make.OrganisationFactory()
        self.source, self.article = make.SourceFactory(), make.CriminalArticleFactory()
        self.programme, self.places = (
            make.ProgrammeFactory(),
            make.DestinationFactory.create_batch(2),
        )
        wave, other = make.WaveFactory.create_batch(2)
        self.sides = [
            make.SideFactory(wave=wave, number=1),
            make.SideFactory(wave=wave, number=2),
            make.SideFactory(wave=other),
        ]
        self.people = [self.somebody() for _ in range(self.rng.randint(2, 4))]
        settle()
        for person in self.people:
            if self.often(0.3):
                make.published(person)
        settle()
        self.expected = snapshot()

    def often(self, share: float) -> bool:
        return self.rng.random() < share

    # --- Somebody

    def somebody(self) -> Person:
        person = make.PersonFactory(
            visibility="named" if (is_named := self.often(0.5)) else "count_only"
        )
        if is_named:
            make.ConsentFactory(person=person)
        for group in ("custody", "journey"):
            if self.often(0.4):
                self.consent(person, group)
        if is_named and self.often(0.3):
            make.PublicRoleCitationFactory(public_role__person=person, source=self.source)
        for write in (self.names, self.held, self.freed, self.travelled, self.helped, self.said):
            if self.often(0.7):
                write(person)
        return person

    def consent(self, person: Person, group: str) -> None:
        ends = timezone.now() + timedelta(days=self.rng.choice((-9, 9, 99)))
        make.ConsentFactory(
            person=person, field_group=group, given_on="2020-01-01",
            expires_at=ends if self.often(0.5) else None,
            withdrawn_at=timezone.now() if self.often(0.3) else None,
        )  # fmt: skip

    def names(self, person: Person) -> None:
        for language in ("be", "ru"):
            number = self.rng.randint(1, 3)
            make.NameFactory(
                person=person, text=f"Synthetic Name {number}", language=language,
                is_preferred=self.often(0.5),
            )  # fmt: skip
        make.PersonCategoryFactory(person=person, category=self.rng.choice(("lawyer", "worker")))
        make.CitizenshipFactory(person=person, country=self.rng.choice(("BY", "UA")))
        make.IdentifierFactory(person=person)
        make.PersonCitationFactory(person=person, source=self.source)

    def held(self, person: Person) -> None:
        year = self.rng.randint(2020, 2023)
        custody = make.CustodyFactory(
            person=person, started=str(year), ended=str(year + 2), ending="ended"
        )
        make.PlacementFactory(custody=custody, facility=None)
        charge = make.ChargeFactory(person=person, custody=custody, article=self.article)
        make.SentenceFactory(person=person, charge=charge)
        make.RecognitionFactory(person=person, organisation=self.organisation)
        if self.often(0.5):
            make.CustodyFactory(person=person, started="2026", ending="not_ended")

    def freed(self, person: Person) -> None:
        member = make.MemberFactory(
            person=person, side=self.rng.choice(self.sides), outcome="freed"
        )
        make.ReleaseFactory(member=member, outside_wave_reason="not known")

    def travelled(self, person: Person) -> None:
        there, here = self.places
        for number in range(1, self.rng.randint(1, 3) + 1):
            make.LegFactory(
                person=person, number=number, origin=here, destination=there,
                break_reason="not known", wave=self.rng.choice(self.sides).wave,
            )  # fmt: skip

    def helped(self, person: Person) -> None:
        make.AssistanceFactory(need=make.NeedFactory(person=person), programme=self.programme)
        make.ContactFactory(person=person)

    def said(self, person: Person) -> None:
        make.StatementFactory(wave=None, person=person, speaker=self.speaker)

    @property
    def speaker(self) -> BaseModel:
        self._speaker = getattr(self, "_speaker", None) or make.SpeakerFactory()
        return self._speaker

    # --- What staff do

    def living(self) -> list[Person]:
        return list(Person.objects.filter(merged_into=None).order_by("created_at"))

    def merge(self) -> None:
        living = self.living()
        if len(living) > 1:
            survivor, absorbed = order_by_policy(*self.rng.sample(living, 2))
            if cannot_merge(survivor, absorbed, self.editor) is None:
                self.done(merge_people(survivor, absorbed, by=self.editor, reason="The same."))
                self.merges.append(Merge.objects.get(absorbed=absorbed, undone_at=None))

    def undo(self) -> bool:
        standing = Merge.objects.filter(undone_at=None).select_related("survivor")
        legal = [
            one for one in standing.order_by("decided_at") if cannot_undo(one, self.editor) is None
        ]
        if legal:
            self.done(undo_merge(self.rng.choice(legal), by=self.editor, reason="They are two."))
        return bool(legal)

    def done(self, result: Merge | Proposal) -> None:
        if isinstance(result, Proposal):
            accept(result, by=self.reviewer)

    def write(self, record: Record, write: Callable[[], object]) -> None:
        """As staff do: at once in a draft, by a proposal in what left it."""
        record.refresh_from_db()
        if record.state == State.DRAFT:
            with action(by=self.editor, reason="An edit."):
                write()
        else:
            proposal = propose(record, by=self.editor, reason="An edit.", write=write)
            if proposal:
                accept(proposal, by=self.reviewer)

    def edit(self) -> None:
        """Change what a row says, wherever it is now, if its person is not merged."""
        person = self.rng.choice(self.living())
        word = f"Synthetic {self.rng.getrandbits(40)}"
        row, column = self.rng.choice([
            (person, "note"), *((one, "text") for one in person.names.order_by("text", "language")),
            *((one, "note") for one in person.contacts.order_by("pk")),
            *((one, "break_reason") for one in person.legs.order_by("number")),
        ])  # fmt: skip
        setattr(row, column, word)
        self.write(person, row.save)
        self.expect(row, *([column] if column != "text" else ["text", *KEYED]))

    def hide(self) -> None:
        person = self.rng.choice(self.living())
        if person.visibility != "count_only":
            person.visibility = "count_only"
            self.write(person, person.save)
            self.expect(person, "visibility")

    def add(self) -> None:
        person = self.rng.choice(self.living())
        text = f"Synthetic {self.rng.getrandbits(40)}"
        added: list[BaseModel] = []
        self.write(person, lambda: added.append(make.NameFactory(person=person, text=text)))
        row = Name.objects.get(text=text)
        self.expected["people_name", str(row.pk)] = as_it_is(row)

    def hang(self) -> None:
        """Add a charge to a custody, which may be one that came along."""
        person = self.rng.choice(self.living())
        custody = person.custodies.order_by("started", "ended").first()
        if custody:
            before = set(person.charges.values_list("pk", flat=True))
            self.write(
                person,
                lambda: make.ChargeFactory(person=person, custody=custody, article=self.article),
            )
            charge = person.charges.exclude(pk__in=before).get()
            home = self.expected["people_custody", str(custody.pk)]["person_id"]
            self.expected["people_charge", str(charge.pk)] = as_it_is(charge) | {"person_id": home}

    def delete(self) -> None:
        person = self.rng.choice(self.living())
        rows = [*person.contacts.order_by("pk"), *person.categories.order_by("category")]
        if rows:
            row = self.rng.choice(rows)
            del self.expected[row._meta.db_table, str(row.pk)]
            self.write(person, row.delete)

    def expect(self, row: BaseModel, *columns: str) -> None:
        now = as_it_is(row)
        self.expected[row._meta.db_table, str(row.pk)] |= {name: now[name] for name in columns}


KEYED = [f.column for f in Name._meta.concrete_fields if f.name.startswith("keys")]


def played(number: int) -> tuple[World, list]:
    """The world of this number after some acts and the undoing of every merge, and in which rows
    it is not as it should be. Nothing of it stays."""
    with undone():
        world = World(Random(number))
        for act in ("merge", *world.rng.choices(ACTS, k=7)):
            getattr(world, act)()
        while world.undo():
            pass
        settle()
        standing = list(Merge.objects.filter(undone_at=None))
        return world, [*standing, *differences(world.expected, snapshot())]


def differences(expected: Rows, found: Rows) -> list:
    keys = sorted(expected.keys() | found.keys())
    return [(k, expected.get(k), found.get(k)) for k in keys if expected.get(k) != found.get(k)]
