"""The check of names sees what it forbids; `make check` runs it over the whole code."""

import ast
from pathlib import Path

import pytest

from tests.repository import naming


def parse(**modules: str) -> list[tuple[Path, ast.Module]]:
    return [(Path(f"{name}.py"), ast.parse(source)) for name, source in modules.items()]


def test_a_single_word_is_counted_wherever_the_function_stands():
    nested = "class A:\n  def __init__(s): ...\n  def told(s):\n    def _asked(): ...\n"
    source = f"{nested}def read_it(): ..."
    functions = [*naming.find_functions(ast.parse(source))]
    assert naming.measure_share(functions) == pytest.approx(2 / 3)


def test_a_share_above_the_ceiling_is_a_fault():
    single, pair = "def told(): ...", "def as_dict(): ..."
    assert [*naming.find_faults(parse(a=single))] != []
    assert [*naming.find_faults(parse(a=pair))] == []


def test_a_type_in_two_modules_is_a_fault():
    shared = naming.find_shared(
        parse(a="class Twice: ...", b="Twice = dict[str, int]", c="ONCE = 1")
    )
    assert shared == {"Twice": ["a.py", "b.py"]}


def test_what_django_looks_for_stands_anywhere():
    assert naming.find_shared(parse(a="class Meta: ...", b="class Meta: ...")) == {}
