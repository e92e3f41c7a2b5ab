"""The pictures of people held and released (V1), from counters and waves."""

from collections.abc import Sequence

from releases import evidence
from releases.charts import Chart, chart_held_and_released
from releases.ledger import Ledger, compute_ledger
from releases.presenters.held_counts import Counter, HeldCounts, as_chart_series, as_chart_waves
from releases.projections import PublishedWave


def load_chart_ledger(waves: Sequence[PublishedWave]) -> Ledger:
    """The ledger of waves, as far as V1 tells of it: how many are said to have been released."""
    return compute_ledger(evidence.gather_stated_releases(waves))


def draw_defined_counters(
    waves: Sequence[PublishedWave], ledger: Ledger, counted: HeldCounts
) -> Chart | None:
    """V1 with the counters that say what they count, as the timeline shows it."""
    return _draw_counters(counted.with_definition(), waves, ledger, counted.names.language)


def draw_every_counter(
    waves: Sequence[PublishedWave], ledger: Ledger, counted: HeldCounts
) -> Chart | None:
    """V1 with every counter, as the page of figures shows it."""
    return _draw_counters(counted.counters, waves, ledger, counted.names.language)


def _draw_counters(
    counters: Sequence[Counter], waves: Sequence[PublishedWave], ledger: Ledger, language: str
) -> Chart | None:
    """None where there is nothing to draw."""
    series = [as_chart_series(each) for each in counters]
    released = as_chart_waves(waves, ledger, language)
    return chart_held_and_released(series, released, language) if series or released else None
