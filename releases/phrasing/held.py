"""How many are held, counter by counter, and how many were released: the values of V1."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from publishing.dates import InexactDate
from publishing.languages import in_language
from releases.charts import Point, Series, Wave
from releases.enums import Measure, Unit
from releases.ledger import Claim, Ledger, series
from releases.ledger.series import Point as Figure
from releases.ledger.series import Series as Counted
from releases.phrasing import amounts
from releases.phrasing.names import Names
from releases.projections import PublishedWave
from sources.showing import sources, speaker


@dataclass(frozen=True, slots=True)
class Counter:
    """One counter of people held, under its own definition, with its figures by time."""

    name: str
    language: str
    has_yardstick: bool
    series: Counted


def counters(claims: Iterable[Claim], names: Names) -> list[Counter]:
    """Who counts everybody that is held; those who say what they count come first."""
    held = [each for each in claims if _counts_all(each)]
    found = [_counter(each, names) for each in series(held) if each.points]
    return sorted(found, key=lambda each: (not each.has_yardstick, -len(each.series.points)))


def _counts_all(claim: Claim) -> bool:
    key = claim.key
    return key.measure == Measure.HELD and not key.scope and key.unit == Unit.PEOPLE


def _counter(counted: Counted, names: Names) -> Counter:
    said = speaker(counted.speaker.name if counted.speaker else None, names.language)
    return Counter(said.text, said.language, counted.key.yardstick is not None, counted)


def drawn_series(counter: Counter) -> Series:
    """For the picture. A counter of two definitions is two series, and no line joins them."""
    key = counter.series.key
    code = "-".join(filter(None, (_code(counter), key.yardstick)))
    points = (
        (_day(point.at), amounts.drawn(point.range), point) for point in counter.series.points
    )
    return Series(
        code,
        counter.name,
        tuple(Point(on, amount, point.is_hollow) for on, amount, point in points if amount),
    )


def _code(counter: Counter) -> str:
    heard = counter.series.speaker
    return heard.name["code"] if heard else "derived"


def _day(at: InexactDate) -> date:
    return at.latest or at.earliest or date.min


def drawn_waves(waves: Iterable[PublishedWave], ledger: Ledger, language: str) -> list[Wave]:
    """For the picture: each wave by its claimed span, the sides of an exchange added up."""
    spans: dict[str, list[Any]] = {}
    for count in ledger.counts:
        spans.setdefault(count.wave, []).append(count.claimed)
    found = []
    for wave in waves:
        claimed = spans.get(str(wave.id), [])
        amount = amounts.drawn(sum(claimed[1:], claimed[0])) if claimed and all(claimed) else None
        if amount and wave.began_on.year > 1:
            title = in_language(wave, "title", language).text
            found.append(Wave(wave.slug, title, wave.began_on, amount))
    return found


def latest(counter: Counter) -> Figure:
    return counter.series.points[-1]


def first_after(counter: Counter, day: date) -> Figure | None:
    """A counter's first figure that holds for the day or later."""
    return next((each for each in counter.series.points if _day(each.at) >= day), None)


def shown(
    counter: Counter, figure: Figure, claims: Iterable[Claim], names: Names
) -> dict[str, Any]:
    """One figure of a counter, for figure.html."""
    claim = next(each for each in claims if each.id == figure.claim)
    return {
        "key": claim.id,
        "value": amounts.figure(figure.range, claim.key, names.language),
        "said_by": counter.name,
        "said_by_language": counter.language,
        "as_of": None if figure.is_hollow else figure.at,
        "said_on": figure.at if figure.is_hollow else None,
        "sources": sources(claim.sources, names.language),
    }
