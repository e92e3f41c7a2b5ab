"""A recipe of docs/recipes: the files that its diffs change, the commands after them, its tests."""

import re
from pathlib import Path
from typing import NamedTuple

BLOCK = re.compile(r"^( *)```(diff|sh)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
COST = re.compile(r"^Costs (\d+) files", re.MULTILINE)
FILE = re.compile(r"^\+\+\+ b/(\S+)$", re.MULTILINE)
HUNK = re.compile(r"^@@\n", re.MULTILINE)
PYTEST = ".venv/bin/python -m pytest "


class Recipe(NamedTuple):
    name: str
    cost: int
    diffs: list[str]
    commands: list[str]
    tests: list[str]


def read_recipe(path: Path) -> Recipe:
    text = path.read_text()
    blocks = [(kind, _dedent(body, indent)) for indent, kind, body in BLOCK.findall(text)]
    lines = [line for kind, body in blocks if kind == "sh" for line in body.splitlines()]
    cost = COST.search(text)
    return Recipe(
        name=path.name,
        cost=int(cost[1]) if cost else 0,
        diffs=[body for kind, body in blocks if kind == "diff"],
        commands=[line for line in lines if not line.startswith(PYTEST)],
        tests=[
            each
            for line in lines
            if line.startswith(PYTEST)
            for each in line.removeprefix(PYTEST).split()
        ],
    )


def apply_diffs(recipe: Recipe, tree: Path) -> list[str]:
    """Change the tree, or say which lines no longer stand there once and change nothing."""
    changed: dict[str, str] = {}
    faults: list[str] = []
    for diff in recipe.diffs:
        head, *hunks = HUNK.split(diff)
        name = FILE.findall(head)[0]
        text = changed.get(name) or _read(tree / name)
        for before, after in map(_sides, hunks):
            if (times := _count_lines(before, text)) != 1:
                faults.append(f"{recipe.name}: {name} has these lines {times} times:\n{before}")
            text = f"\n{text}".replace(f"\n{before}", f"\n{after}", 1)[1:]
        changed[name] = text
    if not faults:
        for name, text in changed.items():
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            (tree / name).write_text(text)
    return faults


def _count_lines(lines: str, text: str) -> int:
    """How often the lines stand in the text; no lines stand once in what is empty."""
    return len(re.findall(f"^{re.escape(lines)}", text, re.MULTILINE)) if lines else not text


def _read(path: Path) -> str:
    return path.read_text() if path.exists() else ""


def _sides(hunk: str) -> tuple[str, str]:
    """The lines that a hunk expects, and those that it leaves."""
    lines = hunk.splitlines(keepends=True)
    before = "".join(line[1:] or "\n" for line in lines if line[0] != "+")
    after = "".join(line[1:] or "\n" for line in lines if line[0] != "-")
    return before, after


def _dedent(body: str, indent: str) -> str:
    return "".join(line.removeprefix(indent) for line in body.splitlines(keepends=True))
