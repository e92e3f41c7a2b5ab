"""Staff models as the ledger's values: what `releases.evidence` makes of the published rows."""

from collections.abc import Collection, Iterator
from uuid import UUID

from django.db.models import Prefetch, Q

from people.models import Person
from people.persons.enums import CitizenshipEnd, FieldGroup
from publishing.languages import LANGUAGES
from releases import evidence, ledger
from releases.enums import LegKind, MemberOutcome, MemberRole, Standing
from releases.ledger import RecordedFact
from releases.models import Claim, ClaimCitation, Destination, Leg, Member, Sum, Wave
from sources.models import Speaker
from tests.bench.ordinary.serializers import CitationSerializer
from tests.bench.ordinary.shown import agreed, is_figure, is_visible, shown, visible
from tests.bench.ordinary.views import citations
from tests.bench.ordinary.wave_serializers import SpeakerSerializer

#: Made once: making a serializer costs more than what it does to one row.
CITED, SPEAKER = CitationSerializer(many=True), SpeakerSerializer()
NO_JOURNEY = (LegKind.TRANSFER_IN_CUSTODY, LegKind.RETURN_TO_CUSTODY, LegKind.TURNED_BACK)
REFUSED = {
    MemberOutcome.DECLINED: "refused_to_leave",
    MemberOutcome.REFUSED_BY_RECEIVING_STATE: "refused_by_receiving_state",
}
COUNTED = Member.objects.select_related("person", "release", "side").prefetch_related(
    "person__citizenships",
    "person__categories",
    "person__custodies",
    Prefetch("person__legs", Leg.objects.select_related("origin", "destination")),
)


def gather(about: Q, waves: list[Wave], counted: Collection[UUID]) -> ledger.Evidence:
    """The evidence of visible claims about waves, with the people of the waves to be counted."""
    known = claims(about)
    totals = Sum.objects.filter(total__in=[each.id for each in known])
    inner = Destination.objects.filter(visible(), visible("within"))
    return ledger.Evidence(
        claims=known,
        sums=tuple(map(_sum, totals.select_related(*_spoken()).prefetch_related("parts"))),
        waves=tuple(map(_wave, waves)),
        people=tuple(_people(counted)),
        within={code: (of,) for code, of in inner.values_list("code", "within__code")},
        recorded_dimensions=evidence.COUNTED,
    )


def claims(about: Q) -> tuple[ledger.LedgerClaim, ...]:
    found = Claim.objects.filter(about, visible()).select_related("side", "yardstick", *_spoken())
    return tuple(map(_claim, found.prefetch_related("scope__place", citations(ClaimCitation))))


def _spoken() -> tuple[str, str]:
    return "speaker", "speaker__organisation"


def _claim(row: Claim) -> ledger.LedgerClaim:
    sources = [each.source for each in row.citations.all()]
    return ledger.LedgerClaim(
        id=str(row.id),
        key=ledger.ClaimKey(
            subject=_subject(row),
            measure=row.measure,
            scope=_scope(row),
            unit=row.unit,
            currency=row.currency,
            per_cent_base=row.per_cent_base,
            yardstick=row.yardstick.code if row.yardstick and is_visible(row.yardstick) else None,
        ),
        low=row.low,
        high=row.high,
        is_vague=row.is_vague,
        mode=row.mode,
        speaker=_speaker(row.speaker),
        upstream=frozenset(str(each.upstream_id) for each in sources if each.upstream_id),
        is_upstream_known=all(each.upstream_kind != "unknown" for each in sources),
        as_of=row.as_of,
        said_on=row.said_on,
        printed=row.printed,
        standing=row.standing,
        is_preferred=row.is_preferred,
        why=_reason(row),
        sources=tuple(CITED.to_representation(row.citations.all())),
    )


def _reason(row: Claim) -> dict[str, str]:
    if row.standing == Standing.STANDING and not row.is_preferred:
        return {}
    column = "preferred_reason" if row.is_preferred else "standing_reason"
    return {each: getattr(row, f"{column}_{each}") for each in LANGUAGES}


def _subject(row: Claim) -> ledger.ClaimSubject:
    if row.country:
        return ledger.ClaimSubject("country", row.country)
    kind = "side" if row.side_id else "wave"
    return ledger.ClaimSubject(kind, str(row.side_id or row.wave_id))


def _scope(row: Claim) -> frozenset[tuple[str, frozenset[str]]]:
    values: dict[str, set[str]] = {}
    for each in row.scope.all():
        place = each.place and is_visible(each.place)
        values.setdefault(each.dimension, set()).add(each.place.code if place else each.value)
    return frozenset((dimension, frozenset(each)) for dimension, each in values.items())


def _speaker(row: Speaker | None) -> ledger.LedgerSpeaker | None:
    return evidence.build_speaker(SPEAKER.to_representation(row)) if row else None


def _sum(row: Sum) -> ledger.LedgerSum:
    parts = sorted(row.parts.all(), key=lambda each: (-each.sign, each.claim_id))
    return ledger.LedgerSum(
        id=str(row.id),
        total=str(row.total_id),
        parts=tuple(ledger.LedgerSumPart(str(each.claim_id), sign=each.sign) for each in parts),
        kind=row.kind,
        speaker=_speaker(row.speaker),
        explanation={each: getattr(row, f"explanation_{each}") for each in LANGUAGES},
    )


def _wave(row: Wave) -> ledger.LedgerWave:
    closed = row.crossed_on or row.released_on or row.decided_on
    return ledger.LedgerWave(
        id=str(row.id),
        sides=tuple(ledger.LedgerSide(str(s.id), frozenset(s.releasing)) for s in row.sides.all()),
        closed_on=None if row.is_open else closed,
        is_open=row.is_open,
        opened_on=row.decided_on or row.released_on or row.crossed_on,
    )


def _people(waves: Collection[UUID]) -> Iterator[ledger.PeopleGroup]:
    """One by one: `compute_ledger` puts those together who are alike."""
    people = shown(Person.objects.filter(memberships__side__wave__in=waves))
    people = people.annotate(shows_journey=is_figure() | Q(agreed(FieldGroup.JOURNEY)))
    public = {person.pk: person for person in people}
    rows = COUNTED.filter(visible("person"), side__wave__in=waves, person__merged_into=None)
    for member in rows:
        yield _group(member, public.get(member.person_id))


def _group(member: Member, person: Person | None) -> ledger.PeopleGroup:
    is_accompanying = member.role == MemberRole.ACCOMPANYING
    hidden = "count_only" if member.person.visibility == "count_only" else "no_consent"
    open_to_view = {"citizenship", "category", "listed"}
    if person and person.shows_custody:
        open_to_view.add("legal_basis")
    is_open = person and person.shows_custody and person.shows_journey
    return ledger.PeopleGroup(
        side=str(member.side_id),
        role=member.role if is_accompanying else member.outcome,
        traits=frozenset(_traits(member)),
        facts=frozenset(_facts(member)),
        shown_as=person.visibility if person else "",
        withheld="" if person else hidden,
        open_to_view=None if is_open else frozenset(open_to_view),
        is_verified=member.is_verified,
    )


def _traits(member: Member) -> Iterator[tuple[str, str]]:
    person, release = member.person, getattr(member, "release", None)
    yield from (("citizenship", c.country) for c in person.citizenships.all() if c.ended is None)
    yield from (("category", each.category) for each in person.categories.all())
    if member.role == MemberRole.ACCOMPANYING:
        yield "category", "accompanying"
    if release and is_visible(release):
        for name in ("legal_basis", "disposition", "documents"):
            yield name, getattr(release, name)
    yield from (("from", code.lower()) for code in member.side.releasing)


def _facts(member: Member) -> Iterator[RecordedFact]:
    person, release = member.person, getattr(member, "release", None)
    yield RecordedFact("listed")
    if member.outcome in REFUSED:
        yield RecordedFact(REFUSED[member.outcome])
    if any(each.how_ended == CitizenshipEnd.STRIPPED for each in person.citizenships.all()):
        yield RecordedFact("citizenship_stripped")
    if release and is_visible(release) and (day := release.released_on_latest):
        started = (custody.started_earliest for custody in person.custodies.all())
        yield from (RecordedFact("re_arrested") for each in started if each and each >= day)
    yield from _moves(list(person.legs.all()), member.side.wave_id)


def _moves(legs: list[Leg], wave: UUID) -> Iterator[RecordedFact]:
    """`legs` in the order of the journey; the first over a border is where people were taken."""
    yield from (
        RecordedFact("returned_to_custody") for leg in legs if leg.kind == "return_to_custody"
    )
    own = [leg for leg in legs if leg.wave_id == wave and leg.kind not in NO_JOURNEY]
    has_crossed = False
    for leg in own:
        origin = {("from", leg.origin.code)} if is_visible(leg.origin) else set()
        to = {("to", leg.destination.code)} if is_visible(leg.destination) else set()
        if has_crossed:
            yield RecordedFact("moved_on", frozenset(origin | to))
        elif origin and to and leg.origin.country != leg.destination.country:
            has_crossed = True
            yield RecordedFact("crossed", frozenset(to))
            yield RecordedFact("taken_to", frozenset(to))
        if leg is own[-1]:
            yield RecordedFact("stayed_in", frozenset(to))
