"""What entering a list would do: one plan for the page that shows it and for the act."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from releases.enums import WITHOUT_NAME, LineDecision, MemberOutcome, MemberRole
from releases.models import IntakeLine, IntakeList, Member


@dataclass
class EntryPlan:
    """The lines of a list by what becomes of them; a line stands in one of the lists alone.

    `joining`: their person becomes a member. `changing`: a member that was listed only is now
    what the list says. `releasing`: a member already, who gets a release. `there`: nothing is
    left to do. `same`: the person of an earlier line. `differing`: a member with another outcome,
    which stays as it is.
    """

    new: list[IntakeLine] = field(default_factory=list)
    joining: list[IntakeLine] = field(default_factory=list)
    changing: list[IntakeLine] = field(default_factory=list)
    releasing: list[IntakeLine] = field(default_factory=list)
    there: list[IntakeLine] = field(default_factory=list)
    same: list[IntakeLine] = field(default_factory=list)
    differing: list[IntakeLine] = field(default_factory=list)
    ignored: list[IntakeLine] = field(default_factory=list)
    undecided: list[IntakeLine] = field(default_factory=list)
    has_releases: bool = False

    @property
    def releases(self) -> int:
        """How many releases would be written."""
        if not self.has_releases:
            return 0
        return len(self.new) + len(self.joining) + len(self.changing) + len(self.releasing)

    @property
    def members(self) -> int:
        return len(self.new) + len(self.joining)

    @property
    def is_idle(self) -> bool:
        return not (self.new or self.joining or self.changing or self.releasing)


def plan_entry(intake: IntakeList) -> EntryPlan:
    """What entering the list as it is decided now would do."""
    lines = intake.lines.order_by("number")
    members = _load_members(intake)
    plan = EntryPlan(has_releases=frees_people(intake))
    seen: set[object] = set()
    for line in lines:
        if line.person_id and line.person_id in seen:
            plan.same.append(line)
        else:
            _place_line(plan, intake, line, members.get(line.person_id))
        seen.add(line.person_id)
    return plan


def frees_people(intake: IntakeList) -> bool:
    """Whether whoever is on the list has a release: who accompanies, or is listed, has none."""
    return intake.outcome == MemberOutcome.FREED and intake.role != MemberRole.ACCOMPANYING


def find_undecided(lines: Sequence[IntakeLine]) -> list[IntakeLine]:
    """The lines that somebody has to decide about."""
    return [line for line in lines if not line.decision and line.proposal not in WITHOUT_NAME]


def _load_members(intake: IntakeList) -> dict[object, Member]:
    """Who is in the wave already, on whichever side."""
    wave = intake.side.wave_id
    found = Member.objects.filter(side__wave=wave).select_related("release")
    return {member.person_id: member for member in found}


def _place_line(
    plan: EntryPlan, intake: IntakeList, line: IntakeLine, member: Member | None
) -> None:
    if not line.person_id:
        _place_unknown(plan, line)
    elif member is None:
        plan.joining.append(line)
    elif _was_only_listed(member) and not _was_only_listed(intake):
        plan.changing.append(line)
    elif (member.role, member.outcome) != (intake.role, intake.outcome):
        plan.differing.append(line)
    elif plan.has_releases and not hasattr(member, "release"):
        plan.releasing.append(line)
    else:
        plan.there.append(line)


def _place_unknown(plan: EntryPlan, line: IntakeLine) -> None:
    if line.decision == LineDecision.NEW:
        plan.new.append(line)
    elif line.decision == LineDecision.IGNORED:
        plan.ignored.append(line)
    elif line.proposal not in WITHOUT_NAME:
        plan.undecided.append(line)


def _was_only_listed(what: Member | IntakeList) -> bool:
    return what.role == MemberRole.LISTED_ONLY and what.outcome == MemberOutcome.UNKNOWN
