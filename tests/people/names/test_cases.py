"""Pairs of invented names in `cases.csv`, and whether they are one person."""

import pytest

from people.names import WrittenName, compare_descriptions, derive_keys
from tests.people.names.measuring import read
from tests.people.names.retrieval import described


@pytest.mark.parametrize("case", read("cases.csv"), ids=lambda case: case["asked"])
def test_a_name_means_whom_it_should(case):
    names = described([case["stored"]]), described([case["asked"]])
    both = [compare_descriptions(*names), compare_descriptions(*reversed(names))]
    assert [each.is_match for each in both] == [case["expected"] == "match"] * 2


@pytest.mark.parametrize(
    "surname",
    "Дашко Карелин Груша Галка Мирко Томко Любко Милко Зинько Галан Тетерин Роза".split(),
)
def test_a_mans_surname_that_reads_as_a_womans_name_is_a_surname(surname):
    official, plain = f"{surname} Пётр Сергеевич", f"Пётр {surname}"
    assert compare_descriptions(described([official]), described([plain])).is_match
    assert derive_keys(WrittenName(official)).words == derive_keys(WrittenName(plain)).words


@pytest.mark.parametrize(
    ("mixed", "plain"),
    [("Kyбpaк", "Кубрак"), ("Kубрaк", "Кубрак"), ("Dudkо", "Dudko"), ("3ыль", "Зыль")],
)
def test_a_letter_taken_for_its_twin_is_read_as_the_others(mixed, plain):
    assert derive_keys(WrittenName(mixed)) == derive_keys(WrittenName(plain))
