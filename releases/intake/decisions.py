"""What somebody decides about the lines of a list, and whom else they look for."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from people.models import Person
from people.names import Description, WrittenName, compare_descriptions
from people.persons import candidates
from publishing.actions import Refused, action
from publishing.actions.transaction import lock_row, refuse_if
from publishing.models import Account
from releases.enums import LineDecision, LineProposal
from releases.intake import line_proposals, rules
from releases.intake.held_lines import find_held, tell_held
from releases.intake.lists import build_candidate
from releases.models import IntakeCandidate, IntakeLine, IntakeList

UNDECIDED = ""
DECIDED = ("decision", "person", "reason", "decided_at", "decided_by")


class LineChoice(NamedTuple):
    """What somebody chose for a line, and what stood there when they did.

    Both are `""` for not decided, a LineDecision, or the id of the person whom the line means.
    `reason`: why somebody who may have been forgotten is new.
    """

    number: int
    seen: str
    chosen: str
    reason: str = ""


class StaleDecision(Refused):
    """Somebody else decided meanwhile. `numbers` are the lines; nothing was written."""

    def __init__(self, lines: Sequence[IntakeLine]) -> None:
        self.numbers = [line.number for line in lines]
        super().__init__([_describe_change(line) for line in lines])


def choice_of(line: IntakeLine) -> str:
    """What stands decided about a line, as a Choice says it."""
    if line.decision == LineDecision.PERSON or line.person_id:
        return str(line.person_id)
    return line.decision


def save_decisions(intake: IntakeList, *, by: Account, choices: Iterable[LineChoice]) -> int:
    """Write what changed of these choices; how many lines that were.

    Raises Stale where a line stands otherwise than was seen, and Refused for what is not offered.
    """
    with action(by=by):
        intake = lock_row(intake)
        refuse_if(rules.cannot_decide(intake, by))
        wanted = {
            choice.number: choice
            for choice in choices
            if choice.chosen != choice.seen or choice.reason
        }
        lines = list(intake.lines.filter(number__in=wanted).select_related("person", "decided_by"))
        offered, done = _load_offered(lines), find_entered(intake)
        stale = [line for line in lines if _is_stale(line, wanted[line.number], done)]
        if stale:
            raise StaleDecision(stale)
        changed = [line for line in lines if _is_changed(line, wanted[line.number])]
        held = find_held(changed)
        for line in changed:
            _set_decision(line, wanted[line.number], offered[line.pk], line.pk in held, by)
        IntakeLine.objects.bulk_update(
            changed, [*DECIDED, "entered_at", "entered_by"], batch_size=200
        )
        return len(changed)


def accept_proposals(intake: IntakeList, *, by: Account, proposal: LineProposal) -> int:
    """Decide every line that nobody decided as it is proposed: matched, or new; how many."""
    with action(by=by):
        lines = intake.lines.filter(decision=UNDECIDED, proposal=proposal)
        if proposal == LineProposal.NEW:
            held = find_held(list(lines))
            meant = {line.number: LineDecision.NEW.value for line in lines if line.pk not in held}
        elif proposal == LineProposal.MATCHED:
            firsts = IntakeCandidate.objects.filter(line__in=lines, is_searched=False)
            best = {one.line_id: str(one.person_id) for one in firsts.order_by("-rank")}
            meant = {line.number: best[line.pk] for line in lines if line.pk in best}
        else:
            raise Refused(_("Only what is matched or new is accepted at once."))
        chosen = [LineChoice(number, UNDECIDED, what) for number, what in meant.items()]
        return save_decisions(intake, by=by, choices=chosen)


def add_candidates(line: IntakeLine, *, by: Account, words: str) -> int:
    """Put whom these words find, a name or a number, beside a line, to be chosen; how many."""
    with action(by=by):
        intake = lock_row(line.intake)
        refuse_if(rules.cannot_decide(intake, by))
        line.candidates.filter(is_searched=True).exclude(person=line.person_id).delete()
        known = set(line.candidates.values_list("person_id", flat=True))
        found = [one for one in _find_candidates(line, words) if one.person_id not in known]
        start = max(line.candidates.values_list("rank", flat=True), default=0) + 1
        rows = [
            build_candidate(line, rank, one, is_searched=True)
            for rank, one in enumerate(found, start)
        ]
        IntakeCandidate.objects.bulk_create(rows)
        return len(rows)


def _find_candidates(line: IntakeLine, words: str) -> list[candidates.Candidate]:
    """By their id, by their number in somebody's list, or by a name; compared with the line."""
    words = " ".join(words.split())
    by_number = Q(identifiers__value=words)
    if key := _parse_key(words):
        by_number |= Q(pk=key) | Q(absorbed=key)
    keys = list(
        Person.objects.filter(by_number, merged_into__isnull=True)
        .order_by("pk")
        .values_list("pk", flat=True)
        .distinct()[:5]
    )
    if not keys:
        (found,) = line_proposals.find_likely([Description((WrittenName(words),))])
        keys = [one.person_id for one in found]
    return _compare_with_line(line, keys)


def _parse_key(words: str) -> UUID | None:
    try:
        return UUID(words)
    except ValueError:
        return None


def _compare_with_line(line: IntakeLine, keys: list[UUID]) -> list[candidates.Candidate]:
    """Whoever has no name is found by a number all the same, and agrees with nothing."""
    asked = line_proposals.describe_line(line)
    known = dict.fromkeys(keys, Description(())) | candidates.describe_people(
        set(keys), candidates.STAFF
    )
    return [
        candidates.Candidate(key, compare_descriptions(asked, one), one.names)
        for key, one in known.items()
    ]


def _load_offered(lines: Sequence[IntakeLine]) -> dict[UUID, set[str]]:
    offered: dict[UUID, set[str]] = {line.pk: set() for line in lines}
    pairs = IntakeCandidate.objects.filter(line__in=lines).values_list("line", "person")
    for line, person in pairs:
        offered[line].add(str(person))
    return offered


def find_entered(intake: IntakeList) -> set[UUID]:
    """The lines that are in the wave by this list: what was decided of them stays."""
    done = intake.lines.filter(entered_at__isnull=False)
    members = done.filter(person__memberships__side__wave=intake.side.wave_id)
    return set(members.values_list("pk", flat=True))


def _is_stale(line: IntakeLine, choice: LineChoice, done: set[UUID]) -> bool:
    return choice_of(line) not in (choice.seen, choice.chosen) or line.pk in done


def _is_changed(line: IntakeLine, choice: LineChoice) -> bool:
    return (choice_of(line), line.reason) != (choice.chosen, _kept_reason(choice))


def _kept_reason(choice: LineChoice) -> str:
    return choice.reason.strip() if choice.chosen == LineDecision.NEW else ""


def _set_decision(
    line: IntakeLine, choice: LineChoice, offered: set[str], is_held: bool, by: Account
) -> None:
    chosen, reason = choice.chosen, _kept_reason(choice)
    is_new = chosen == LineDecision.NEW
    if chosen not in ("", LineDecision.NEW, LineDecision.IGNORED) and chosen not in offered:
        raise Refused(_("Line %(number)d: this choice is not offered.") % {"number": line.number})
    if is_new and not line.name:
        raise Refused(_("Line %(number)d has no name for a new person.") % {"number": line.number})
    if is_new and is_held and not reason:
        raise Refused(tell_held(line))
    line.reason = reason
    is_person = chosen in offered
    line.decision = LineDecision.PERSON if is_person else LineDecision(chosen) if chosen else ""
    line.person_id = UUID(chosen) if is_person else None
    line.decided_at, line.decided_by = (timezone.now(), by) if chosen else (None, None)
    line.entered_at = line.entered_by = None


def _describe_change(line: IntakeLine) -> str:
    if line.entered_at:
        return _("Line %(number)d was entered meanwhile.") % {"number": line.number}
    if not line.decided_by:
        return _("Line %(number)d: somebody else took their decision back meanwhile.") % {
            "number": line.number
        }
    return _("Line %(number)d: %(who)s decided otherwise meanwhile: %(what)s.") % {
        "number": line.number,
        "who": line.decided_by.username,
        "what": line.get_decision_display(),
    }
