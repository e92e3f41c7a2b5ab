"""A3, L3: no public clock moves with what readers do not see, and each moves with what they do.

Everything is done through the actions by two people. Compared is what every view holds: days of the
last change, the order of the feed, addresses that are gone; and once all that every address says.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import count

import pytest
from django.db.models import Field
from django.utils import timezone
from hypothesis import find

from people.models import Consent, Person
from people.persons.actions import withdraw_consent
from publishing.actions import accept, propose, public_moments, withdraw
from publishing.citing import is_part
from publishing.models import BaseModel, Record
from publishing.projections import Projection
from releases.models import Leg, Member
from tests import factories as make
from tests.factories.life import merged, published
from tests.harness.connections import any_role, ask_public, passing, past_every_guard, run
from tests.harness.crawl import LISTED
from tests.harness.hidden import columns_of_staff, of_field
from tests.harness.nouns import keep_to_staff
from tests.harness.small_world import SmallWorld
from tests.harness.test_hidden_people import changed, read_all, read_views


class ClockWorld(SmallWorld):
    """The small world, and people who agreed to less than everything."""

    def plant_more(self) -> None:
        self.quiet = self.somebody("name")
        self.zhuk = self.somebody("pseudonym", visibility="pseudonym", pseudonym="Zhuk")
        self.counted = self.hidden[0]
        for person in (self.shown, self.quiet):
            make.ConsentFactory(person=person, audience="partners", field_group="custody")
        self.kept = make.SourceFactory(is_private=True, publisher=self.source.publisher)
        self.list = make.SourceFactory(publisher=self.source.publisher)
        member = Member.objects.get(person=self.shown)
        make.MemberCitationFactory(member=member, source=self.list)
        keep_to_staff(self.shown)
        make.ChargeFactory(person=self.shown, article=make.CriminalArticleFactory())
        self.keep(self.kept, self.shown.charges.get().article, make.ContextEventFactory())

    def somebody(self, group: str, **what: str) -> Person:
        person = make.PersonFactory(**{"visibility": "named"} | what)
        make.ConsentFactory(person=person, field_group=group)
        make.NameFactory(person=person)
        make.MemberFactory(side=self.side, person=person)
        person.release = make.ReleaseFactory(person=person)
        person.leg = make.LegFactory(person=person, number=3)
        self.keep(person, person.release)
        return person

    def change(self, record: Record, write: Callable[[], object]) -> Record:
        proposal = propose(record, by=self.editor, reason="-", write=write)
        accept(proposal, by=self.reviewer)
        return record

    def set(self, record: Record, **columns: object) -> Record:
        row = type(record)._base_manager.get(pk=record.pk)
        for name, value in columns.items():
            setattr(row, name, value)
        return self.change(record, row.save)

    def write_anything(self, model: type[BaseModel], field: Field) -> None:
        """Another content of the column in a row that is published, and merged into no other."""
        state = f"{model.part_of}__state" if is_part(model) else "state"
        found = model._base_manager.filter(**{state: "published"}).order_by("-pk")
        row = next(row for row in found if not is_merged(getattr(row, "record", row)))
        new = find(of_field(field), lambda value: value != getattr(row, field.attname))
        rows = model._base_manager.filter(pk=row.pk)
        self.change(getattr(row, "record", row), lambda: rows.update(**{field.name: new}))

    def outcome(self, person: Person) -> Record:
        """A member of the wave of whom it is not verified any more."""
        member = Member.objects.filter(person=person, side=self.side)
        return self.change(self.wave, lambda: member.update(is_verified=False))

    def add(self, record: Record, factory: Callable, **what: object) -> Record:
        return self.change(record, lambda: factory(**what))


def is_merged(record: Record) -> bool:
    return isinstance(record, Person) and record.merged_into_id is not None


@pytest.fixture(scope="module")
def small(django_db_setup, django_db_blocker) -> Iterator[ClockWorld]:
    with django_db_blocker.unblock(), any_role():
        yield ClockWorld()


@pytest.fixture(scope="module")
def before(small: ClockWorld) -> dict[str, object]:
    return read_views()


# --- What readers do not see


def a_consent_for_partners_ends(small: ClockWorld) -> None:
    consent = small.shown.consents.get(audience="partners", field_group="custody")
    withdraw_consent(consent, by=small.editor, reason="They asked.")


def a_consent_that_shows_nothing_ends(small: ClockWorld) -> None:
    small.add(small.zhuk, make.ConsentFactory, person=small.zhuk, field_group="name")
    consent = small.zhuk.consents.get(field_group="name")
    withdraw_consent(consent, by=small.editor, reason="They asked.")


def a_consent_of_somebody_counted_is_deleted(small: ClockWorld) -> None:
    who = small.counted
    small.add(who, make.ConsentFactory, person=who, field_group="custody")
    small.change(who, Consent.objects.get(person=who).delete)


def a_partners_consent_is_deleted(small: ClockWorld) -> None:
    small.change(small.quiet, small.quiet.consents.get(audience="partners").delete)


def a_leg_that_nobody_saw_is_deleted(small: ClockWorld) -> None:
    small.change(small.quiet, Leg.objects.filter(pk=small.quiet.leg.pk).delete)


def two_drafts_are_merged(small: ClockWorld) -> None:
    merged(make.PersonFactory(birth="1980"), make.PersonFactory(birth="1980"))


def two_who_are_counted_are_merged(small: ClockWorld) -> None:
    merged(small.hidden[1], published(make.PersonFactory(sex="female")))


def somebody_counted_is_withdrawn(small: ClockWorld) -> None:
    withdraw(small.hidden[2], by=small.editor, reason="safety")


#: A sentence that has not begun has no start.
DO_NOT_FIT = {"is_not_yet_begun"}


def a_private_source_is_withdrawn(small: ClockWorld) -> None:
    small.add(small.claims[1], make.ClaimCitationFactory, claim=small.claims[1], source=small.kept)
    withdraw(small.kept, by=small.editor, reason="safety")


def every_column_of_the_staff(small: ClockWorld) -> None:
    for model, field in columns_of_staff():
        if field.name not in DO_NOT_FIT:
            small.write_anything(model, field)


HIDDEN: dict[str, Callable[[ClockWorld], object]] = {
    "a note": lambda w: w.set(w.shown, note="A secret."),
    "birth": lambda w: w.set(w.shown, birth="1979", sex="other"),
    "a code of ours": lambda w: w.set(w.claims[0], code="another"),
    "how a consent was given": lambda w: w.change(
        w.shown, lambda: w.shown.consents.update(note="By telephone.")
    ),
    "a number in a list": lambda w: w.add(w.shown, make.IdentifierFactory, person=w.shown),
    "a charge": lambda w: w.add(
        w.shown,
        make.ChargeFactory,
        person=w.shown,
        article=published(make.CriminalArticleFactory()),
    ),
    "custody without consent": lambda w: w.add(w.quiet, make.CustodyFactory, person=w.quiet),
    "a leg without consent": lambda w: w.add(
        w.quiet, make.LegFactory, person=w.quiet, number=4, break_reason="not known"
    ),
    "a release without consent": lambda w: w.set(w.quiet.release, legal_basis="amnesty"),
    "the name under a pseudonym": lambda w: w.add(w.zhuk, make.NameFactory, person=w.zhuk),
    "what is said under a pseudonym": lambda w: w.set(w.zhuk, summary_en="Words.", died="2025"),
    "a consent for partners": lambda w: w.add(
        w.shown, make.ConsentFactory, person=w.shown, audience="partners"
    ),
    "a consent for partners that ends": a_consent_for_partners_ends,
    "a consent that shows nothing": lambda w: w.add(
        w.shown, make.ConsentFactory, person=w.shown, field_group="photo"
    ),
    "a consent that shows nothing, and ends": a_consent_that_shows_nothing_ends,
    "a consent that is deleted": a_consent_of_somebody_counted_is_deleted,
    "a partners' consent that is deleted": a_partners_consent_is_deleted,
    "a leg that is deleted": a_leg_that_nobody_saw_is_deleted,
    "a member who is counted": lambda w: w.outcome(w.hidden[3]),
    "a private source": lambda w: w.add(
        w.claims[1], make.ClaimCitationFactory, claim=w.claims[1], source=w.kept
    ),
    "a private source itself": lambda w: w.set(w.kept, title="Another"),
    "an embargo that is over": lambda w: [
        w.set(record, visible_from=timezone.now() - timedelta(hours=1))
        for record in (w.wave, w.shown, w.claims[0], w.shown.releases.get())
    ],
    "a merge of drafts": two_drafts_are_merged,
    "a merge of two who are counted": two_who_are_counted_are_merged,
    "a withdrawal of somebody counted": somebody_counted_is_withdrawn,
    "every column of the staff": every_column_of_the_staff,
    "a private source that goes": a_private_source_is_withdrawn,
}


@pytest.mark.parametrize("act", HIDDEN.values(), ids=HIDDEN)
def test_A3_L3_what_is_not_shown_moves_no_clock(small, before, act):  # noqa: N802
    with passing():
        act(small)
        assert changed(before, read_views()) == set()


def test_A3_L3_nor_does_all_of_it_together_on_any_surface(small):  # noqa: N802
    first = read_all(small)
    with passing():
        for act in HIDDEN.values():
            act(small)
        assert changed(first, read_all(small)) == set()


# --- What readers see


def show_custody(small: ClockWorld) -> Record:
    return small.add(small.quiet, make.ConsentFactory, person=small.quiet, field_group="custody")


def end_journey(small: ClockWorld) -> Record:
    consent = small.shown.consents.get(field_group="journey")
    withdraw_consent(consent, by=small.editor, reason="They asked.")
    return small.shown


def gone(small: ClockWorld, cited: Record, by: Record) -> Record:
    """What is cited is withdrawn; readers see it by what cites it."""
    withdraw(cited, by=small.editor, reason="entered_in_error")
    return by


#: The twins of what is above; each returns the record whose clock moves.
SEEN: dict[str, Callable[[ClockWorld], Record]] = {
    "a summary": lambda w: w.set(w.shown, summary_en="Words."),
    "a day of death": lambda w: w.set(w.quiet, died="2025"),
    "a figure": lambda w: w.set(w.claims[0], printed="another"),
    "a name": lambda w: w.add(w.quiet, make.NameFactory, person=w.quiet),
    "a category": lambda w: w.add(w.quiet, make.PersonCategoryFactory, person=w.quiet),
    "custody with consent": lambda w: w.add(w.shown, make.CustodyFactory, person=w.shown),
    "another pseudonym": lambda w: w.set(w.zhuk, pseudonym="Bor"),
    "a release": lambda w: w.set(w.shown.releases.get(), legal_basis="amnesty"),
    "a consent": show_custody,
    "a consent that ends": end_journey,
    "a member who is shown": lambda w: w.outcome(w.shown) and w.shown,
    "a wave": lambda w: w.set(w.wave, title_en="Another"),
    "a public source": lambda w: w.add(
        w.claims[1], make.ClaimCitationFactory, claim=w.claims[1], source=w.source, locator="page"
    ),
    "a source that goes": lambda w: gone(w, w.claims[1].citations.get().source, w.claims[1]),
    "a source of a membership": lambda w: gone(w, w.list, w.shown),
    "a speaker that goes": lambda w: gone(w, w.speaker, w.claims[1]),
    "a sum": lambda w: w.change(w.claims[0], lambda: w.claims[0].sums.update(kind="overlapping")),
}


def clock(record: Record) -> list[tuple]:
    """Its day of the last change, and its entry in the feed."""
    noun = record._meta.model_name
    day = ask_public(f"SELECT updated_on FROM published.{noun} WHERE id = %s", record.pk)
    told = "SELECT change, moment FROM published.change WHERE id = %s"
    return day + ask_public(told, record.pk)


@pytest.mark.parametrize("act", SEEN.values(), ids=SEEN)
def test_A3_L3_what_is_shown_moves_its_clock(small, act):  # noqa: N802
    begun = timezone.now()
    with passing():
        (day,), (change, moment) = clock(act(small))
        assert (day, change) == (begun.date(), "updated")
        assert moment >= begun


def test_A3_L3_a_wave_has_no_clock_of_its_members(small):  # noqa: N802
    first = clock(small.wave)
    with passing():
        for member in (small.shown, small.hidden[3]):
            small.outcome(member)
        assert clock(small.wave) == first


def test_A3_L3_whoever_a_consent_shows_is_new(small):  # noqa: N802
    """That there was a record before is nobody's to know."""
    who = small.counted
    with passing():
        small.add(who, make.ConsentFactory, person=who, field_group="name")
        small.set(who, visibility="named")
        assert [row[0] for row in clock(who)[1:]] == ["created"]


def test_A3_L3_a_leg_that_was_gone_before_the_consent_stays_untold(small):  # noqa: N802
    key = small.quiet.leg.pk
    with passing():
        a_leg_that_nobody_saw_is_deleted(small)
        small.add(small.quiet, make.ConsentFactory, person=small.quiet, field_group="journey")
        assert ask_public("SELECT * FROM published.change WHERE id = %s", key) == []


def test_A3_L3_whoever_was_merged_under_an_embargo_is_untold_when_it_ends(small):  # noqa: N802
    with passing():
        stays, goes = (published(make.PersonFactory(named=True)) for _ in range(2))
        merged(goes, stays)
        with past_every_guard():
            ago = "UPDATE {} SET {} = now() - interval '{} hours' WHERE {} = %s"
            run(ago.format("people_merge", "decided_at", 2, "absorbed_id"), goes.pk)
            run(ago.format("people_person", "published_at", 3, "id"), goes.pk)
            run(ago.format("people_person", "visible_from", 1, "id"), goes.pk)
            run("DELETE FROM publishing_publicmoment WHERE row_id = %s", goes.pk)
        assert ask_public("SELECT * FROM published.change WHERE id = %s", goes.pk) == []


# --- The negative controls


def test_A3_L3_a_clock_that_counts_every_proposal_is_found(small, before, monkeypatch):  # noqa: N802
    numbers = count()
    monkeypatch.setattr(
        public_moments, "_read_shown", lambda keys: {key: str(next(numbers)) for key in keys}
    )
    for act in (
        "a note",
        "birth",
        "a code of ours",
        "a number in a list",
        "a consent for partners",
    ):
        with passing():
            HIDDEN[act](small)
            assert "view change" in changed(before, read_views())


#: What has no clock of its own: who is gone, the feed, the time, the edition; a name is told with
#: its person.
WITHOUT_CLOCK = {"change", "edition", "name_search", "person_gone", "settled", "wave_gone"}
READ = "SELECT string_agg(prosrc, '') FROM pg_proc WHERE proname LIKE '%\\_shown\\_rows'"


def test_L3_every_view_has_a_clock(small):  # noqa: N802
    told = run(READ)[0][0]
    in_other_orders = {
        view for noun in Projection.__subclasses__() for view in noun.ordered_views.values()
    } - {noun._meta.db_table.rpartition('"')[2] for noun in Projection.__subclasses__()}
    views = {name for (name,) in ask_public(LISTED)} - in_other_orders
    assert {name for name in views if f"live_{name} " not in told} == WITHOUT_CLOCK
