"""Lines that name somebody who was forgotten: asked at the moment, since marks come later too."""

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from people.persons.forgotten import FORGOTTEN, are_forgotten
from releases.intake.line_proposals import describe_line
from releases.intake.plan import EntryPlan
from releases.models import IntakeLine


def find_held(lines: Sequence[IntakeLine]) -> set[UUID]:
    """The lines of which nobody new is made without a reason."""
    named = [line for line in lines if line.name]
    found = are_forgotten([(describe_line(line), ()) for line in named])
    return {line.pk for line, is_forgotten in zip(named, found, strict=True) if is_forgotten}


def tell_held(line: IntakeLine) -> str:
    return _("Line %(number)d: %(why)s") % {"number": line.number, "why": str(FORGOTTEN)}


def list_held(what: EntryPlan) -> list[str]:
    """Of whom was forgotten after it was decided to enter them, a sentence for each line."""
    bare = [line for line in what.new if not line.reason]
    held = find_held(bare)
    return [tell_held(line) for line in bare if line.pk in held]
