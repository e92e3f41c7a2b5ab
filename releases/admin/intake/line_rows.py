"""The rows of the intake page: what each line says, its options, and the reasons."""

from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from django.db.models import Prefetch, prefetch_related_objects
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from people.models import Person
from people.names import Reason
from people.persons.admin.name_labels import describe_names
from people.persons.forgotten import FORGOTTEN
from people.persons.reasons import describe_reason
from publishing.admin.descriptions import format_value
from publishing.admin.labels import get_admin_url, get_label, get_label_prefetches
from publishing.models import Record
from releases.enums import LineDecision, LineProposal
from releases.intake.decisions import LineChoice, choice_of, find_entered
from releases.intake.held_lines import find_held
from releases.models import IntakeCandidate, IntakeLine, IntakeList, Member


class Option(NamedTuple):
    """An answer to a line; `key` chooses it, and "" means that only Tab leads there."""

    value: str
    key: str
    title: str
    reasons: tuple[str, ...] = ()
    url: str = ""
    is_searched: bool = False


class LineRow(NamedTuple):
    """A line with its answers. `seen` stands decided; `chosen` is checked on the page.

    `is_held`: somebody new is made of the line only with a reason.
    """

    line: IntakeLine
    options: list[Option]
    notes: list[str]
    seen: str
    chosen: str
    is_entered: bool
    is_quiet: bool
    is_stale: bool = False
    is_held: bool = False
    reason: str = ""

    @property
    def is_open(self) -> bool:
        return not (self.seen or self.is_quiet or self.line.proposal == LineProposal.EMPTY)


class Progress(NamedTuple):
    decided: int
    asked: int
    next: int | None


def list_rows(
    intake: IntakeList, chosen: dict[int, LineChoice] | None = None, stale: Iterable[int] = ()
) -> list[LineRow]:
    """Every line of the list. `chosen` are answers that were sent and not kept, by number."""
    rows = intake.lines.order_by("number").select_related("decided_by")
    found = IntakeCandidate.objects.filter(line__intake=intake).order_by("rank")
    lines = list(rows.prefetch_related(Prefetch("candidates", queryset=found)))
    who = _load_people(lines)
    done, members = find_entered(intake), _load_member_keys(intake)
    held = find_held(lines) - done
    return [
        _build_row(line, who, done, members, (chosen or {}).get(line.number), {*stale}, held)
        for line in lines
    ]


def measure_progress(shown: Iterable[LineRow]) -> Progress:
    """How far the decisions are, and the first line that still needs one."""
    asked = [row for row in shown if row.is_open or row.seen]
    open_rows = [row.line.number for row in asked if row.is_open]
    return Progress(len(asked) - len(open_rows), len(asked), next(iter(open_rows), None))


def _build_row(
    line: IntakeLine,
    who: dict[UUID, Person],
    done: set[UUID],
    members: set[UUID],
    choice: LineChoice | None,
    stale: set[int],
    held: set[UUID],
) -> LineRow:
    seen = choice_of(line)
    sent = seen if choice is None or line.number in stale else choice.chosen
    options = [] if line.pk in done else _list_options(line, who, members)
    return LineRow(
        line=line,
        options=options,
        notes=[*([str(FORGOTTEN)] if line.pk in held else ()), *_explain_proposal(line)],
        seen=seen,
        chosen=sent,
        is_entered=line.pk in done,
        is_quiet=line.proposal in (LineProposal.NO_NAME, LineProposal.EMPTY),
        is_stale=line.number in stale,
        is_held=line.pk in held,
        reason=choice.reason if choice else line.reason,
    )


def _list_options(line: IntakeLine, who: dict[UUID, Person], members: set[UUID]) -> list[Option]:
    if line.proposal == LineProposal.EMPTY:
        return []
    people = {one.person_id: one for one in reversed(line.candidates.all())}
    shown = [_build_person_option(who[key], people[key], members) for key in reversed(people)]
    numbered = [one._replace(key=str(n) if n <= 5 else "") for n, one in enumerate(shown, 1)]
    return [
        *numbered,
        *([Option(LineDecision.NEW.value, "n", _("A new person"))] if line.name else []),
        Option(LineDecision.IGNORED.value, "i", _("Not a person: leave it out")),
        Option("", "u", _("Not decided")),
    ]


def _build_person_option(person: Person, found: IntakeCandidate, members: set[UUID]) -> Option:
    reasons = [describe_reason(Reason(*reason)) for reason in found.reasons]
    if person.pk in members:
        reasons.append(_("Is in this wave already."))
    url = reverse("admin:people_person_change", args=[person.pk])
    return Option(
        str(person.pk), "", describe_person(person), tuple(reasons), url, found.is_searched
    )


def describe_person(person: Person) -> str:
    """Names and birth, by which staff tell two people apart."""
    said = describe_names(person)
    if person.birth:
        said = _("%(names)s (born %(birth)s)") % {
            "names": said,
            "birth": format_value(person.birth),
        }
    return said


def _explain_proposal(line: IntakeLine) -> list[str]:
    """The sentence that says why a line has its proposal."""
    if line.doubles:
        numbers = ", ".join(map(str, line.doubles))
        return [
            ngettext(
                "Line %(numbers)s may be the same person.",
                "Lines %(numbers)s may be the same person.",
                len(line.doubles),
            )
            % {"numbers": numbers}
        ]
    if line.proposal == LineProposal.NO_NAME:
        return [_("This line names nobody: nothing is entered from it.")]
    if line.proposal != LineProposal.AMBIGUOUS:
        return []
    matches = [one for one in line.candidates.all() if one.is_match and not one.is_searched]
    if not matches:
        return [_("It is not certain whom this names.")]
    if len(matches) > 1:
        return [_("Several people match.")]
    return [_("It may be somebody we know; that is not certain.")]


def _load_people(lines: Iterable[IntakeLine]) -> dict[UUID, Person]:
    keys = {one.person_id for line in lines for one in line.candidates.all()}
    found = Person.objects.filter(pk__in=keys).prefetch_related("names")
    return {person.pk: person for person in found}


def _load_member_keys(intake: IntakeList) -> set[UUID]:
    wave = intake.side.wave_id
    return set(Member.objects.filter(side__wave=wave).values_list("person_id", flat=True))


def join_numbers(lines: Iterable[IntakeLine]) -> str:
    """The numbers of the lines, with spans joined: `1–4, 7`."""
    spans: list[list[int]] = []
    for line in lines:
        if spans and line.number == spans[-1][1] + 1:
            spans[-1][1] = line.number
        else:
            spans.append([line.number, line.number])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in spans)


def describe_drafts(found: Iterable[Record]) -> list[tuple[str, str, str]]:
    """Address, kind and label of each record; what labels need is fetched for all of a kind."""
    found = list(found)
    for kind in {type(one) for one in found}:
        same = [one for one in found if type(one) is kind]
        prefetch_related_objects(same, *get_label_prefetches(kind))
    return [(get_admin_url(one), str(one._meta.verbose_name), get_label(one)) for one in found]


def describe_refusals(
    refusals: list[tuple[Record, list[str]]],
) -> list[tuple[tuple[str, str, str], str]]:
    """Each record as `describe_drafts` has it, and why it was refused."""
    described = describe_drafts([record for record, _said in refusals])
    return [*zip(described, (" ".join(said) for _record, said in refusals), strict=True)]
