"""What was decided of a list becomes drafts: people, members of the wave, releases. All or none."""

from collections.abc import Iterable

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from people.duplicates.merging.decisions import EnteredAsNew, remember_entered_as_new
from people.models import Name, NameCitation, Person, PersonCitation
from people.names import WrittenName, derive_forms
from publishing.actions import Refused, action, propose, submit
from publishing.actions.transaction import lock_row, refuse_if
from publishing.enums import State
from publishing.models import Account, Record
from releases.enums import LineDecision
from releases.intake import rules
from releases.intake.held_lines import list_held
from releases.intake.plan import EntryPlan, frees_people, plan_entry
from releases.models import (
    IntakeCandidate,
    IntakeLine,
    IntakeList,
    Member,
    MemberCitation,
    Release,
    ReleaseCitation,
    Wave,
)
from sources.enums import Locator
from sources.models import Source


def enter_list(intake: IntakeList, *, by: Account, sets_aside: bool = False) -> EntryPlan:
    """Write all that is decided, and say what it was.

    In a published wave nothing is written of it but new people, as drafts: the rest is one
    proposal. Refused while a line is undecided, unless those are set aside for later.
    """
    with action(by=by):
        intake = lock_row(intake)
        intake.side.wave = lock_row(intake.side.wave)
        refuse_if(rules.cannot_enter(intake, by))
        what = plan_entry(intake)
        refuse_if(_is_undecided(what) if not sets_aside else None)
        if held := list_held(what):
            raise Refused(held)
        for line in what.new:
            line.person = _create_person(intake, line, by)
        remember_entered_as_new(_seen_beside(intake, what.new))
        _write_plan(intake, what, by)
        _sign_lines([*what.new, *what.joining, *what.changing, *what.releasing, *what.there], by)
        return what


def find_drafts(intake: IntakeList) -> list[Record]:
    """The drafts that came of the list: its source, its wave, its new people, all releases."""
    lines = intake.lines.filter(entered_at__isnull=False)
    people = Person.objects.filter(intake_lines__in=lines.filter(decision=LineDecision.NEW))
    releases = Release.objects.filter(
        member__side__wave=intake.side.wave_id, person__intake_lines__in=lines
    )
    found: list[Record] = []
    sources = Source.objects.filter(pk=intake.source_id)
    waves = Wave.objects.filter(pk=intake.side.wave_id)
    for rows in (sources, waves, people, releases):
        found += rows.filter(state=State.DRAFT).order_by("created_at", "pk").distinct()
    return found


class DraftsRefused(Refused):
    """Drafts that are not sent to review, each with the sentences that refused it."""

    def __init__(self, refusals: list[tuple[Record, list[str]]]) -> None:
        self.refusals = refusals
        super().__init__([f"{record}: {' '.join(said)}" for record, said in refusals])


def submit_drafts(intake: IntakeList, *, by: Account) -> int:
    """Send all drafts of the list to review, or none where one is refused; how many."""
    with action(by=by):
        sent = find_drafts(intake)
        refusals = [(record, said) for record in sent if (said := _submit_or_say(record, by))]
        if refusals:
            raise DraftsRefused(refusals)
        return len(sent)


def _submit_or_say(record: Record, by: Account) -> list[str]:
    """What refused the record; nothing where it is sent."""
    try:
        submit(record, by=by)
    except Refused as refused:
        return refused.messages
    return []


def _is_undecided(what: EntryPlan) -> str | None:
    count = len(what.undecided)
    if not count:
        return None
    return ngettext(
        "%(n)d line is not decided yet: decide it, or set it aside for later.",
        "%(n)d lines are not decided yet: decide them, or set them aside for later.",
        count,
    ) % {"n": count}


def _create_person(intake: IntakeList, line: IntakeLine, by: Account) -> Person:
    """Somebody who is only counted, under the name that the list gives them."""
    person = Person.objects.create(created_by=by, birth=line.birth)
    text = f"{line.given} {line.family}" if line.given and line.family else line.name
    form = derive_forms(WrittenName(text, line.given, line.family))[0]
    name = Name.objects.create(
        person=person,
        text=text,
        given=line.given,
        family=line.family,
        script=form.script,
        language=form.language,
    )
    PersonCitation.objects.create(person=person, **_citation_fields(intake, line))
    NameCitation.objects.create(name=name, **_citation_fields(intake, line))
    return person


def _seen_beside(intake: IntakeList, lines: list[IntakeLine]) -> Iterable[EnteredAsNew]:
    entered = {
        line.pk: (line.person_id, line.decided_by_id)
        for line in lines
        if line.person_id and line.decided_by_id
    }
    seen = IntakeCandidate.objects.filter(line__in=entered)
    for line_id, seen_id in seen.values_list("line", "person").distinct():
        person_id, decided_by_id = entered[line_id]
        yield EnteredAsNew(person_id, seen_id, decided_by_id, _proposal_reason(intake))


def _proposal_reason(intake: IntakeList) -> str:
    return _("From the list of names “%(source)s”.") % {"source": intake.source.title}


def _citation_fields(intake: IntakeList, line: IntakeLine) -> dict[str, object]:
    return {
        "source": intake.source,
        "locator": Locator.OTHER,
        "locator_detail": f"№ {line.place}",
        "confidence": intake.confidence,
    }


def _write_plan(intake: IntakeList, what: EntryPlan, by: Account) -> None:
    if what.is_idle:
        return
    wave = intake.side.wave
    if wave.state == State.DRAFT:
        _write_members(intake, what, by)
        return
    intake.proposal = propose(
        wave, by=by, reason=_proposal_reason(intake), write=lambda: _write_members(intake, what, by)
    )
    intake.save(update_fields=["proposal"])


def _write_members(intake: IntakeList, what: EntryPlan, by: Account) -> None:
    """Members with what they cite, and their releases with theirs; the wave cites the list too."""
    _cite_list(intake)
    joined = {
        line: Member(
            side=intake.side, person_id=line.person_id, role=intake.role, outcome=intake.outcome
        )
        for line in [*what.new, *what.joining]
    }
    Member.objects.bulk_create(joined.values())
    changed = dict(_members_of(intake, [*what.changing, *what.releasing]))
    for line in what.changing:
        changed[line].role, changed[line].outcome = intake.role, intake.outcome
        changed[line].save(update_fields=["role", "outcome"])
    cited = [*joined.items(), *((line, changed[line]) for line in what.changing)]
    MemberCitation.objects.bulk_create(
        MemberCitation(member=member, **_citation_fields(intake, line)) for line, member in cited
    )
    if frees_people(intake):
        _write_releases(intake, {**joined, **changed}, by)


def _cite_list(intake: IntakeList) -> None:
    """A list of who was freed says that the wave was."""
    wave, source = intake.side.wave, intake.source
    if not wave.citations.filter(source=source).exists():
        wave.citations.create(source=source, confidence=intake.confidence)


def _members_of(
    intake: IntakeList, lines: Iterable[IntakeLine]
) -> Iterable[tuple[IntakeLine, Member]]:
    by_person = {
        member.person_id: member for member in Member.objects.filter(side__wave=intake.side.wave_id)
    }
    return ((line, by_person[line.person_id]) for line in lines if line.person_id)


def _write_releases(intake: IntakeList, members: dict[IntakeLine, Member], by: Account) -> None:
    released = {
        line: Release(
            person_id=member.person_id,
            member=member,
            released_on=intake.side.wave.released_on,
            created_by=by,
        )
        for line, member in members.items()
    }
    Release.objects.bulk_create(released.values())
    ReleaseCitation.objects.bulk_create(
        ReleaseCitation(release=release, **_citation_fields(intake, line))
        for line, release in released.items()
    )


def _sign_lines(lines: list[IntakeLine], by: Account) -> None:
    now = timezone.now()
    fresh = [line for line in lines if not line.entered_at]
    for line in fresh:
        line.entered_at, line.entered_by = now, by
    IntakeLine.objects.bulk_update(fresh, ["person", "entered_at", "entered_by"], batch_size=200)
