"""Every recipe applies to the tree of today, costs the files that it names, and works."""

import os
from pathlib import Path

import pytest

from tests.recipes.recipe import Recipe, apply_diffs, read_recipe
from tests.recipes.scratch import PYTHON, ROOT, copy_tree, list_failures, read_tree, run_command

FOLDER = ROOT / "docs" / "recipes"
RECIPES = [read_recipe(path) for path in sorted(FOLDER.glob("[a-z]*.md"))]
MOST = {"public-field.md": 10, "vocabulary-value.md": 3, "page.md": 7}
TESTS_OF_ALL = (
    "tests/repository/test_migrations.py::test_no_migration_is_missing",
    "tests/repository/test_translations.py",
)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    return copy_tree(tmp_path / "tree")


def carry_out(recipe: Recipe, tree: Path) -> tuple[list[str], int]:
    """What went wrong, and how many files the recipe changed."""
    before = read_tree(tree)
    faults = apply_diffs(recipe, tree)
    if not faults:
        said = [run_command(tree, command) for command in recipe.commands]
        faults = [f"{recipe.name}: {text}" for text in said if text]
    after = read_tree(tree)
    return faults, sum(before.get(name) != after[name] for name in after)


def run_tests(tree: Path, *tests: str) -> str:
    """What fails in the tree, on a copy of today's migrated database that the tree migrates."""
    report, name = tree.parent / "report.xml", f"{os.environ['TEST_RUN']}_recipes"
    said = run_command(
        tree, f"{PYTHON} -m pytest -q --junit-xml={report} {' '.join(tests)}",
        TEST_RUN=name, TEST_MIGRATED=name, TEST_OLDER=os.environ["TEST_MIGRATED"],
    )  # fmt: skip
    return said and ("\n".join(list_failures(report)) or said)


def test_every_recipe_applies_costs_what_it_says_and_works(tree: Path, django_db_setup: None):
    done = [carry_out(recipe, tree) for recipe in RECIPES]
    assert "\n".join(fault for faults, _cost in done for fault in faults) == ""
    assert [(r.name, r.cost) for r in RECIPES] == [
        (r.name, cost) for r, (_, cost) in zip(RECIPES, done, strict=True)
    ]
    assert run_command(tree, f"{PYTHON} -m tracker.catalogues") == ""
    assert run_tests(tree, *TESTS_OF_ALL, *(each for r in RECIPES for each in r.tests)) == ""


def test_no_recipe_costs_more_than_it_may():
    costs = {recipe.name: recipe.cost for recipe in RECIPES}
    assert {name: costs[name] for name in MOST if costs[name] > MOST[name]} == {}


def test_the_index_lists_every_recipe_with_its_cost():
    index = (FOLDER / "README.md").read_text()
    lines = [f"[{each.name}]({each.name}) | {each.cost} |" for each in RECIPES]
    assert [line for line in lines if line not in index] == []


@pytest.mark.parametrize("found", ["", "one = 1\none = 1\n"])
def test_a_diff_whose_lines_do_not_stand_there_once_is_named_and_changes_nothing(tmp_path, found):
    (tmp_path / "rules.py").write_text(found)
    diff = "--- a/rules.py\n+++ b/rules.py\n@@\n one = 1\n+two = 2\n"
    (fault,) = apply_diffs(Recipe("guard.md", 1, [diff], [], []), tmp_path)
    assert fault.startswith("guard.md: rules.py has these lines ")
    assert (tmp_path / "rules.py").read_text() == found
