"""Staff models as the ledger's values: what `releases.evidence` makes of the published rows."""

from collections.abc import Iterator

from django.db.models import Q

from people.models import Person
from publishing.languages import LANGUAGES
from releases import evidence, ledger
from releases.enums import MemberOutcome, MemberRole, Standing
from releases.models import Claim, ClaimCitation, Destination, Member, Sum, Wave
from sources.models import Speaker
from tests.bench.ordinary.serializers import CitationSerializer
from tests.bench.ordinary.shown import is_visible, shown, visible
from tests.bench.ordinary.speakers import SpeakerSerializer
from tests.bench.ordinary.views import citations

#: Made once: making a serializer costs more than what it does to one row.
CITED, SPEAKER = CitationSerializer(many=True), SpeakerSerializer()


def gather(about: Q, waves: list[Wave]) -> ledger.Evidence:
    """The evidence of visible claims about waves, with whoever of a single wave is shown."""
    known = claims(about)
    totals = Sum.objects.filter(total__in=[each.id for each in known])
    inner = Destination.objects.filter(visible(), visible("within"))
    return ledger.Evidence(
        claims=known,
        sums=tuple(map(_sum, totals.select_related(*_spoken()).prefetch_related("parts"))),
        waves=tuple(map(_wave, waves)),
        shown=tuple(_list_shown(waves[0])) if len(waves) == 1 else (),
        within={code: (of,) for code, of in inner.values_list("code", "within__code")},
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


def _list_shown(wave: Wave) -> Iterator[ledger.ShownMember]:
    people = shown(Person.objects.filter(memberships__side__wave=wave))
    public = dict(people.values_list("pk", "visibility"))
    freed = Member.objects.filter(side__wave=wave, outcome=MemberOutcome.FREED)
    for member in freed.filter(person__in=public).exclude(role=MemberRole.ACCOMPANYING):
        shown_as = public[member.person_id]
        yield ledger.ShownMember(str(member.side_id), shown_as, member.is_verified)
