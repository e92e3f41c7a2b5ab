"""What a merge does, in pure functions over values (docs/adr/0014-merging.md).

- The record that is further published stays, then the older one. Staff may swap two that are
  equally public. No address that answered loses the person who answers.
- Every row that points at the absorbed person moves to the survivor, in every room. A double of
  one of the survivor's rows stays behind and is not shown, and so does what hangs on it. Nothing
  is deleted.
- Names become other names of the survivor: none of them is preferred.
- The stricter wins. A name is shown only where both people were shown by name. A pseudonym is
  shown only where both had the same. The old address leads to the new one, and must not tell
  whose it is.
- A consent of the survivor ends where the absorbed person gave none or withdrew theirs. An
  earlier end wins, and so does the later embargo. Consents and public roles of the absorbed
  person stay behind: nobody agrees for somebody else.

The database holds the same (people/invariants/merging.sql).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from people.persons.enums import PersonVisibility
from publishing.enums import State

#: The nearer to the reader, the earlier.
STANDING = [State.PUBLISHED, State.APPROVED, State.IN_REVIEW, State.DRAFT]
NAMED, PSEUDONYM, COUNTED = (
    PersonVisibility.NAMED,
    PersonVisibility.PSEUDONYM,
    PersonVisibility.COUNT_ONLY,
)


@dataclass(frozen=True)
class ConsentTerms:
    """A consent as it was given, whether it still stands or not."""

    id: UUID
    group: str
    audience: str
    expires_at: datetime | None = None
    withdrawn_at: datetime | None = None

    def is_standing(self, now: datetime) -> bool:
        return self.withdrawn_at is None and (self.expires_at is None or self.expires_at > now)


@dataclass(frozen=True)
class Exposure:
    """How far somebody is shown, and until when not. A public figure is named for a role."""

    visibility: str
    pseudonym: str = ""
    is_public_figure: bool = False
    agreements: tuple[ConsentTerms, ...] = ()
    visible_from: datetime | None = None
    visible_until: datetime | None = None
    waits_for: str = ""


@dataclass(frozen=True)
class StricterExposure:
    """What of the survivor changes; `withdrawn` and `expires` by the id of the consent."""

    visibility: str
    visible_from: datetime | None
    visible_until: datetime | None
    waits_for: str
    withdrawn: list[UUID] = field(default_factory=list)
    expires: dict[UUID, datetime] = field(default_factory=dict)


def survival_order(state: str, created_at: datetime, key: UUID) -> tuple[int, datetime, UUID]:
    """The sort key by which the survivor comes first."""
    return STANDING.index(State(state)), created_at, key


def decide_visibility(survivor: Exposure, absorbed: Exposure) -> str:
    if survivor.visibility != absorbed.visibility:
        return COUNTED
    if survivor.visibility == PSEUDONYM and survivor.pseudonym != absorbed.pseudonym:
        return COUNTED
    if survivor.is_public_figure and not absorbed.is_public_figure:
        return COUNTED  # a role shows everything, and the absorbed had agreed to less
    return survivor.visibility


def decide_stricter(survivor: Exposure, absorbed: Exposure, now: datetime) -> StricterExposure:
    """How the survivor is shown after the merge: never more than both were before it."""
    shown_as = decide_visibility(survivor, absorbed)
    found = StricterExposure(
        visibility=shown_as,
        visible_from=_pick_later(survivor.visible_from, absorbed.visible_from),
        visible_until=_pick_earlier(survivor.visible_until, absorbed.visible_until),
        waits_for=survivor.waits_for or absorbed.waits_for,
    )
    for mine in survivor.agreements:
        if not mine.is_standing(now):
            continue
        theirs = [
            one
            for one in absorbed.agreements
            if (one.group, one.audience) == (mine.group, mine.audience)
        ]
        standing = [one for one in theirs if one.is_standing(now)]
        is_missed = shown_as != COUNTED and not absorbed.is_public_figure
        if not standing and (theirs or is_missed):
            found.withdrawn.append(mine.id)
        elif standing and (ends := _decide_end(mine, standing)) and ends != mine.expires_at:
            found.expires[mine.id] = ends
    return found


def _decide_end(mine: ConsentTerms, standing: Iterable[ConsentTerms]) -> datetime | None:
    """The earlier end; of several consents to the same the longest counts."""
    ends = [one.expires_at for one in standing]
    return _pick_earlier(mine.expires_at, None if None in ends else max(filter(None, ends)))


def _pick_later(one: datetime | None, other: datetime | None) -> datetime | None:
    return max(filter(None, (one, other)), default=None)


def _pick_earlier(one: datetime | None, other: datetime | None) -> datetime | None:
    return min(filter(None, (one, other)), default=None)
