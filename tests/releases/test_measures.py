"""What a measure says of itself."""

from pathlib import Path

import pytest

from releases.enums import MEASURES, Measure

ROOM = Path("releases")
FACTS = "".join((ROOM / name).read_text() for name in ("sql/recorded.sql", "sql/facts.sql"))
RECORDED = {measure for measure, rule in MEASURES.items() if rule.is_recorded}


@pytest.mark.parametrize("measure", sorted(RECORDED - {Measure.RELEASED}))
def test_a_measure_that_our_records_answer_has_its_fact(measure: Measure) -> None:
    assert f"'{measure}" in FACTS
