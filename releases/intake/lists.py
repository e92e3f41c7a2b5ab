"""A list is written down with what is proposed for each of its lines."""

import hashlib
import re
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from people.persons.candidates import Candidate
from publishing.actions import Refused, action
from publishing.actions.transaction import refuse_if
from publishing.models import Account
from publishing.text import strip_unseen
from releases.enums import MemberOutcome, MemberRole
from releases.intake import rules
from releases.intake.expiry import delete_expired_lists
from releases.intake.line_proposals import LineProposed, propose_lines
from releases.intake.parser import MOST_CHARACTERS, MOST_LINES, ParsedLine, parse_list
from releases.models import IntakeCandidate, IntakeLine, IntakeList, Side, Wave
from sources.enums import Confidence
from sources.models import Source

#: Control characters but tab and line breaks: no list that somebody reads has them.
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def open_list(
    *,
    by: Account,
    side: Side,
    source: Source,
    text: str,
    role: MemberRole = MemberRole.RELEASED,
    outcome: MemberOutcome = MemberOutcome.FREED,
    confidence: Confidence = Confidence.MEDIUM,
) -> tuple[IntakeList, bool]:
    """The list of this text for this side, and whether it is new.

    The same text comes back to the same list, with all that was decided of it. Raises Refused
    for a text that is no list.
    """
    delete_expired_lists()
    with action(by=by):
        refuse_if(rules.cannot_use_lists(by))
        text = clean_text(text)
        checksum = hashlib.sha256(_essential_words(text).encode()).hexdigest()
        open_lists = IntakeList.objects.filter(expired_at__isnull=True)
        known = open_lists.filter(side=side, role=role, checksum=checksum).first()
        if known:
            return known, False
        lines = parse_list(text, day_of(side.wave))
        refuse_if(_is_no_list(lines))
        intake = IntakeList.objects.create(
            side=side,
            source=source,
            role=role,
            outcome=outcome,
            confidence=confidence,
            checksum=checksum,
            made_by=by,
        )
        _write_lines(intake, lines)
        return intake, True


def clean_text(text: str) -> str:
    """`text` as it is kept: in NFC, and without what nobody sees; Refused where it is no text."""
    if len(text) > MOST_CHARACTERS:
        raise Refused(
            _(
                "The text has %(given)d characters; a list has at most %(most)d."
                " Split it into parts."
            )
            % {"given": len(text), "most": MOST_CHARACTERS}
        )
    text = (
        text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n").replace("\x0b", "\n")
    )
    if found := CONTROLS.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise Refused(_("Line %(line)d holds characters that are not text.") % {"line": line})
    return strip_unseen(text)


def day_of(wave: Wave) -> date:
    """The day for which ages on a list are told: the wave's, or today."""
    dates = (getattr(wave, f"{what}_on") for what in ("released", "crossed", "decided"))
    return next((day.latest for day in dates if day and day.latest), timezone.now().date())


def _essential_words(text: str) -> str:
    """What two pastes of the same list have in common: words, not spaces."""
    return "\n".join(" ".join(line.split()) for line in text.splitlines() if line.strip())


def _is_no_list(lines: list[ParsedLine]) -> str | None:
    filled = sum(not line.is_empty for line in lines)
    if len(lines) > 2 * MOST_LINES or filled > MOST_LINES:
        return ngettext(
            "The list has %(given)d line; a list has at most %(most)d. Split it into parts.",
            "The list has %(given)d lines; a list has at most %(most)d. Split it into parts.",
            len(lines),
        ) % {"given": len(lines), "most": MOST_LINES}
    if not any(line.name and not line.is_heading for line in lines):
        return _("There is no name in this text.")
    return None


def _write_lines(intake: IntakeList, lines: list[ParsedLine]) -> None:
    rows, people = [], []
    for number, (line, what) in enumerate(zip(lines, propose_lines(lines), strict=True), 1):
        row = _build_line(intake, number, line, what)
        rows.append(row)
        people += [
            build_candidate(row, rank, found) for rank, found in enumerate(what.candidates, start=1)
        ]
    IntakeLine.objects.bulk_create(rows)
    IntakeCandidate.objects.bulk_create(people)


def _build_line(
    intake: IntakeList, number: int, line: ParsedLine, what: LineProposed
) -> IntakeLine:
    return IntakeLine(
        intake=intake,
        number=number,
        place=line.place,
        text=line.raw.rstrip("\r\n\x85\u2028\u2029"),
        name=line.name,
        given=line.given,
        family=line.family,
        birth=line.birth or None,
        remark=line.remark,
        proposal=what.proposal,
        doubles=list(what.doubles),
    )


def build_candidate(
    line: IntakeLine, rank: int, found: Candidate, *, is_searched: bool = False
) -> IntakeCandidate:
    return IntakeCandidate(
        line=line,
        person_id=found.person_id,
        rank=rank,
        score=found.comparison.score,
        is_match=found.comparison.is_match,
        has_conflict=found.comparison.conflicts,
        reasons=[list(reason) for reason in found.comparison.reasons],
        is_searched=is_searched,
    )
