"""People who agreed to one thing alone, each with a word of their own in every fact of theirs.

What may be seen of whom is said here once more, in Python and after domain rule 9, so that it can
be compared with what the published views show.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import product
from typing import NamedTuple

from django.utils import timezone

from people.persons.enums import FieldGroup
from publishing.enums import Audience
from publishing.languages import LANGUAGES
from publishing.models import Account
from tests import factories as make
from tests.harness.connections import past_every_guard
from tests.harness.crawl import BETWEEN_ROWS
from tests.harness.nouns import Anchors
from tests.harness.worlds import walk

#: After everybody is published, and before now.
WITHDRAWN_FROM_PARTNERS = timezone.now() - timedelta(minutes=20)
KEY = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


class Showing(NamedTuple):
    """How somebody is to be shown, and what allows it."""

    visibility: str
    agreed: frozenset[str] = frozenset()
    has_public_role: bool = False
    withdrew: frozenset[str] = frozenset()


SHOWINGS = {
    "a public figure": Showing("named", has_public_role=True),
    "by name": Showing("named", frozenset({"name"})),
    "by name, not asked": Showing("named"),
    "by name, custody no more": Showing(
        "named", frozenset({"name"}), withdrew=frozenset({"custody"})
    ),
    # Who holds a public role and does not want to be known by it.
    "by pseudonym": Showing("pseudonym", frozenset({"pseudonym"}), has_public_role=True),
    "by pseudonym, not asked": Showing("pseudonym", has_public_role=True),
    "not at all": Showing("count_only"),
}
ALL_WHO_AGREED = list(product(SHOWINGS, FieldGroup.values, Audience.values))

#: What each fact needs: to be shown by name, by pseudonym or at all, and a group beside it.
NEEDS = {
    "name": ("named", ""), "summary": ("named", ""), "role": ("named", ""),
    "citizenship": ("named", ""), "category": ("named", ""), "cited": ("named", ""),
    "died": ("named", ""),
    "pseudonym": ("pseudonym", ""), "member": ("", ""),
    "custody": ("", "custody"), "placement": ("", "custody"), "recognition": ("", "custody"),
    "released": ("", "custody"), "basis": ("", "custody"), "condition": ("", "custody"),
    "reason": ("named", "custody"), "custody_cited": ("named", "custody"),
    "statement": ("named", "custody"), "release_statement": ("named", "custody"),
    "disposition": ("", "custody journey"), "will": ("", "custody journey"),
    "documents": ("", "custody journey"),
    "leg": ("", "journey"), "break": ("named", "journey"), "leg_cited": ("named", "journey"),
    "leg_statement": ("named", "journey"),
    "release_news": ("", "custody"),
    # Told only of those who withdrew from the public what they had agreed to, and did not agree
    # anew. What they withdrew from partners is no news, and has no moment.
    "news": ("", ""), "gone": ("", ""), "moment": ("nobody", ""),
}  # fmt: skip
CODES = {
    "category": "human_rights_defender", "basis": "commutation", "condition": "supervision",
    "disposition": "moved_to_a_third_state", "will": "asked_and_withdrew",
    "documents": "no_valid_document", "member": "refused_by_receiving_state",
    "news": ",updated,", "gone": ",withdrawn,", "release_news": "(releases,",
}  # fmt: skip
DAYS = {
    "citizenship": date(1950, 1, 1), "custody": date(1951, 1, 1), "placement": date(1952, 1, 1),
    "recognition": date(1953, 1, 1), "released": date(1954, 1, 1), "leg": date(1955, 1, 1),
    "died": date(1956, 1, 1),
}  # fmt: skip


@dataclass(eq=False)
class Agreed:
    """One of them: how shown, what they agreed to, for whom; `keys` are the ids of their rows."""

    number: int
    showing: str
    group: str
    audience: str
    keys: set[str] = field(default_factory=set)
    person: str = ""

    def __str__(self) -> str:
        return f"{self.showing}, {self.group} for {self.audience}"

    def token(self, fact: str) -> str:
        """What stands for the fact in a row of theirs, and in no row of anybody's otherwise."""
        if fact == "moment":
            return f"{WITHDRAWN_FROM_PARTNERS:%Y-%m-%d %H:%M:%S}"
        if fact in CODES:
            return CODES[fact]
        if fact in DAYS:
            return (DAYS[fact] + timedelta(days=self.number)).isoformat()
        return f"zz{fact}{self.number:03}qq"

    def may_show(self) -> set[str]:
        """The facts that the public may see: domain rule 9."""
        kind = SHOWINGS[self.showing]
        agreed = kind.agreed | ({self.group} if self.audience == Audience.PUBLIC else set())
        is_figure = kind.visibility == "named" and kind.has_public_role
        is_shown = is_figure or {"named": "name"}.get(kind.visibility, kind.visibility) in agreed
        return {
            fact
            for fact, (shown_as, groups) in NEEDS.items()
            if is_shown
            and shown_as in ("", kind.visibility)
            and (is_figure or agreed.issuperset(groups.split()))
            and (fact != "role" or kind.has_public_role)
            and (fact != "news" or kind.withdrew - agreed)
            and (fact != "gone" or kind.withdrew - agreed)
        } | ({"release_news"} if kind.withdrew else set())


def plant(among: Anchors, second: Account) -> list[Agreed]:
    """All of them, in the visible wave, with every fact that there is of a person."""
    everybody = [Agreed(number, *how) for number, how in enumerate(ALL_WHO_AGREED)]
    records = []
    with past_every_guard():
        for one in everybody:
            written = list(write(one, among))
            one.keys = {str(row.pk) for row in written}
            one.person = str(written[0].pk)
            records += written
    with past_every_guard():
        walk(records, second)
    return everybody


def write(one: Agreed, among: Anchors) -> Iterator:
    """Their person, release and statements; the parts stand in rows that are told by these."""
    kind, by = SHOWINGS[one.showing], {"created_by": among.author}
    person = make.PersonFactory(
        visibility=kind.visibility, pseudonym=one.token("pseudonym"), died=one.token("died"),
        **{f"summary_{code}": one.token("summary") for code in LANGUAGES}, **by,
    )  # fmt: skip
    yield person
    agreed = {(one.group, one.audience), *((group, "public") for group in kind.agreed)}
    before = WITHDRAWN_FROM_PARTNERS - timedelta(minutes=1)
    ended = {("custody", "partners", WITHDRAWN_FROM_PARTNERS)}
    ended |= {(group, "public", before) for group in kind.withdrew}
    for group, audience, at in {*((*each, None) for each in agreed), *ended}:
        make.ConsentFactory(person=person, field_group=group, audience=audience, withdrawn_at=at)
    if kind.has_public_role:
        role = make.PublicRoleFactory(person=person, title_en=one.token("role"))
        make.PublicRoleCitationFactory(public_role=role, source=among.source)
    make.NameFactory(person=person, text=one.token("name"), language="en", script="Latn")
    make.PersonCategoryFactory(person=person, category=one.token("category"))
    make.CitizenshipFactory(person=person, gained=one.token("citizenship"))
    make.PersonCitationFactory(person=person, source=among.source, excerpt=one.token("cited"))
    yield from write_custody(one, person, among)
    yield from write_release(one, person, among)
    yield from write_leg(one, person, among)


def write_custody(one: Agreed, person, among: Anchors) -> Iterator:
    custody = make.CustodyFactory(person=person, started=one.token("custody"))
    make.CustodyCitationFactory(
        custody=custody, source=among.source, excerpt=one.token("custody_cited")
    )
    make.PlacementFactory(custody=custody, started=one.token("placement"), facility=None)
    make.RecognitionFactory(
        person=person, organisation=among.organisation, recognised_on=one.token("recognition")
    )
    yield statement(among, value_en=one.token("statement"), person=person)


def write_release(one: Agreed, person, among: Anchors) -> Iterator:
    member = make.MemberFactory(side=among.side, person=person, outcome=one.token("member"))
    row = make.ReleaseFactory(
        person=person, member=member, released_on=one.token("released"),
        legal_basis=one.token("basis"), disposition=one.token("disposition"),
        will=one.token("will"), documents=one.token("documents"),
        outside_wave_reason=one.token("reason"), created_by=among.author,
    )  # fmt: skip
    make.ReleaseCitationFactory(release=row, source=among.source)
    make.ReleaseConditionFactory(release=row, kind=one.token("condition"))
    yield row
    yield statement(among, value_en=one.token("release_statement"), release=row)


def write_leg(one: Agreed, person, among: Anchors) -> Iterator:
    leg = among.leg(
        person, among.destination, departed_on=one.token("leg"), break_reason=one.token("break")
    )
    make.LegCitationFactory(leg=leg, source=among.source, excerpt=one.token("leg_cited"))
    yield statement(among, value_en=one.token("leg_statement"), leg=leg)


def statement(among: Anchors, **what):
    row = make.StatementFactory(wave=None, speaker=among.speaker, created_by=among.author, **what)
    make.StatementCitationFactory(statement=row, source=among.source)
    return row


def shown_otherwise(everybody: list[Agreed], views: dict[str, str]) -> dict[str, set[str]]:
    """Of each of them the facts that are shown and may not be, or may be and are not."""
    rows = rows_by_key(views)
    return {str(one): wrong for one in everybody if (wrong := facts_in(one, rows) ^ one.may_show())}


def rows_by_key(views: dict[str, str]) -> dict[str, set[str]]:
    """The rows of all views, by each id that stands in them."""
    rows = defaultdict(set)
    for text in views.values():
        for row in text.split(BETWEEN_ROWS):
            for key in KEY.findall(row):
                rows[key].add(row)
    return rows


def facts_in(one: Agreed, rows: dict[str, set[str]]) -> set[str]:
    theirs = " ".join(row for key in one.keys for row in rows[key])
    return {fact for fact in NEEDS if one.token(fact) in theirs}
