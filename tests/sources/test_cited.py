"""What a published row cites is in its view, whatever the row is called there."""

import pytest

from releases.projections import PublishedClaim, PublishedStatement, PublishedWave
from tests.factories import ClaimFactory, StatementFactory, WaveFactory, published

pytestmark = pytest.mark.django_db


def test_a_wave_shows_its_source() -> None:
    wave = published(WaveFactory())
    assert _sources(PublishedWave, wave) == [str(wave.citations.get().source_id)]


@pytest.mark.parametrize(
    ("factory", "projection"),
    [(ClaimFactory, PublishedClaim), (StatementFactory, PublishedStatement)],
)
def test_what_is_said_of_a_wave_shows_its_source(factory, projection) -> None:
    said = factory(wave=published(WaveFactory()))
    said = published(said)
    assert _sources(projection, said) == [str(said.citations.get().source_id)]


def _sources(projection, record) -> list[str]:
    return [cited["id"] for cited in projection.objects.get(id=record.id).sources]
