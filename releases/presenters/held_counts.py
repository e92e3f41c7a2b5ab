"""How many are held, counter by counter, and how many were released: the values of V1."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from publishing.dates import InexactDate, date_from_json
from publishing.languages import in_language
from releases import evidence
from releases.charts import ChartPoint, ChartSeries, ChartWave
from releases.enums import Measure, Unit
from releases.ledger import Ledger, LedgerClaim, build_series
from releases.ledger.series import LedgerPoint as Figure
from releases.ledger.series import LedgerSeries as Counted
from releases.ledger.times import is_known
from releases.presenters import amounts
from releases.presenters.names import PageNames, load_names
from releases.projections import PublishedClaim, PublishedWave
from sources.presenters import present_sources, present_speaker

#: Days: a figure from farther off says nothing of how many were held at a release.
NEAR = 60


@dataclass(frozen=True, slots=True)
class Counter:
    """One counter of people held, under its own definition, with its figures by time."""

    name: str
    language: str
    has_yardstick: bool
    series: Counted


@dataclass(frozen=True, slots=True)
class HeldCounts:
    """All figures of how many are held in a country, with the names to word them."""

    claims: tuple[LedgerClaim, ...]
    names: PageNames
    counters: tuple[Counter, ...]

    def present_point(self, counter: Counter, point: Figure) -> dict[str, Any]:
        """One figure of a counter, for figure.html."""
        claim = next(each for each in self.claims if each.id == point.claim)
        language = self.names.language
        return {
            "key": claim.id,
            "value": amounts.format_figure(point.range, claim.key, language),
            "said_by": counter.name,
            "said_by_language": counter.language,
            "as_of": None if point.is_hollow else point.at,
            "said_on": point.at if point.is_hollow else None,
            "sources": present_sources(claim.sources, language, claim.unsourced_since),
        }

    def latest_figures(self) -> list[dict[str, Any]]:
        """The last figure of each counter that says what it counts."""
        return [self.present_point(each, each.series.points[-1]) for each in self.with_definition()]

    def figures_near(self, began: date, ended: date) -> list[dict[str, Any]]:
        """Of each counter the nearest figure before and after a release, each with its distance."""
        return [
            self.present_point(each, point) | {"distance": say_distance(point.at, began, ended)}
            for each in self.counters
            for point in find_nearest(each.series.points, began, ended)
        ]

    def with_definition(self) -> list[Counter]:
        """Counters with a definition of their own: two of them are two figures, never a range."""
        return [each for each in self.counters if each.has_yardstick]


def load_held_counts(language: str, country: str = "") -> HeldCounts:
    """Who counts everybody that is held; those who say what they count come first."""
    rows = PublishedClaim.objects.filter(measure=Measure.HELD).exclude(country="")
    if country:
        rows = rows.filter(country=country)
    claims = tuple(each for row in rows.values() if _counts_all(each := evidence.build_claim(row)))
    known = load_names((each.key for each in claims), language)
    found = [_build_counter(each, known) for each in build_series(claims) if each.points]
    found.sort(key=lambda each: (not each.has_yardstick, -len(each.series.points)))
    return HeldCounts(claims, known, tuple(found))


def _counts_all(claim: LedgerClaim) -> bool:
    key = claim.key
    return key.measure == Measure.HELD and not key.scope and key.unit == Unit.PEOPLE


def _build_counter(counted: Counted, names: PageNames) -> Counter:
    said = present_speaker(counted.speaker.name if counted.speaker else None, names.language)
    return Counter(said.text, said.language, counted.key.yardstick is not None, counted)


def as_chart_series(counter: Counter) -> ChartSeries:
    """For the picture. A counter of two definitions is two series, and no line joins them."""
    key = counter.series.key
    code = "-".join(filter(None, (_speaker_code(counter), key.yardstick)))
    points = ((point.at, amounts.as_amount(point.range), point) for point in counter.series.points)
    return ChartSeries(
        code,
        counter.name,
        tuple(ChartPoint(at, amount, point.is_hollow) for at, amount, point in points if amount),
    )


def _speaker_code(counter: Counter) -> str:
    heard = counter.series.speaker
    return heard.name["code"] if heard else "derived"


def find_nearest(points: Iterable[Figure], began: date, ended: date) -> list[Figure]:
    """The last figure before the end of a release and the first after it, within `NEAR` days."""
    far = [(count_days(each.at, began, ended), each) for each in points]
    near = [(days, each) for days, each in far if days is not None and abs(days) <= NEAR]
    before = [(days, each) for days, each in near if days <= 0][-1:]
    return [each for _days, each in before + [pair for pair in near if pair[0] > 0][:1]]


def count_days(at: InexactDate, began: date, ended: date) -> int | None:
    """Days from a release to the end of `at` that is farthest from it; negative before it.

    Of an open date only the known end counts; None where there is none.
    """
    ends = [each for each in (at.earliest, at.latest) if each]
    days = [(each - min(max(each, began), ended)).days for each in ends]
    return max(days, key=abs, default=None)


def say_distance(at: InexactDate, began: date, ended: date) -> str:
    """How far a figure is from a release, in words no more exact than its date."""
    days = count_days(at, began, ended)
    if days is None or at.earliest is None or at.latest is None:
        return _("the day is not known exactly")
    if at.earliest != at.latest:
        said = ngettext(
            "at most %(number)s day away from it", "at most %(number)s days away from it", abs(days)
        )
    elif days < 0:
        said = ngettext("%(number)s day before it", "%(number)s days before it", -days)
    elif days > 0:
        said = ngettext("%(number)s day after it", "%(number)s days after it", days)
    else:
        return _("on the same day")
    return said % {"number": abs(days)}


def is_before(counted: InexactDate, release: InexactDate | None) -> bool:
    """Whether the count was surely over before the release began; days not known say nothing."""
    if counted.latest is None or release is None or release.earliest is None:
        return False
    return counted.latest < release.earliest


def as_chart_waves(
    waves: Iterable[PublishedWave], ledger: Ledger, language: str
) -> list[ChartWave]:
    """For the picture: each wave by its claimed span, the sides of an exchange added up."""
    spans: dict[str, list[Any]] = {}
    for count in ledger.counts:
        spans.setdefault(count.wave, []).append(count.claimed)
    found = []
    for wave in waves:
        claimed = spans.get(str(wave.id), [])
        amount = (
            amounts.as_amount(sum(claimed[1:], claimed[0])) if claimed and all(claimed) else None
        )
        at = date_from_json(wave.released_on or wave.crossed_on or wave.decided_on)
        if amount and is_known(at):
            title = in_language(wave, "title", language).text
            found.append(ChartWave(wave.slug, title, at, amount))
    return found
