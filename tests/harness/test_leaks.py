"""Leaks that a hostile reader seeded, each in a copy of the tree, and each caught."""

import os
from pathlib import Path

from tests.recipes.recipe import apply_diffs, read_recipe
from tests.recipes.scratch import PYTHON, copy_tree, list_failed, run_command

LEAKS = read_recipe(Path(__file__).with_name("leaks.md"))


def test_A18_every_seeded_leak_is_caught(tmp_path: Path, django_db_setup: None):  # noqa: N802
    tree, report = copy_tree(tmp_path / "tree"), tmp_path / "report.xml"
    assert apply_diffs(LEAKS, tree) == []
    assert run_command(tree, f"{PYTHON} -m tracker.catalogues") == ""
    name = f"{os.environ['TEST_RUN']}_leaks"
    run_command(
        tree, f"{PYTHON} -m pytest -q --junit-xml={report} {' '.join(LEAKS.tests)}",
        TEST_RUN=name, TEST_MIGRATED=name, TEST_OLDER=os.environ["TEST_MIGRATED"],
    )  # fmt: skip
    assert list_failed(report) == [test.partition("::")[2] for test in LEAKS.tests]
