"""The contracts hold, and each arrow of each contract is missed when it is broken."""

import re
import shutil
import subprocess
import sys
import tomllib
from itertools import combinations, product
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
CONTRACTS = {contract["id"]: contract for contract in SETTINGS["contracts"]}
ROOM = "support"


def lint(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [program, "--no-cache", "--no-logo", "--config", "pyproject.toml", *arguments],
        cwd=root,
        capture_output=True,
        text=True,
    )


def names(layer: str) -> list[str]:
    return re.findall(r"\w+", layer)


def arrows() -> list[tuple[str, str, str]]:
    """(contract, importer, imported): everything that the contracts forbid, once each."""
    rooms = CONTRACTS["rooms"]["layers"]
    order = [names(layer) for layer in CONTRACTS["order"]["layers"]]
    doors = CONTRACTS["doors"]
    upwards = (pair for above, below in combinations(order, 2) for pair in product(below, above))
    return [
        *(("rooms", low, high) for high, low in combinations(rooms, 2)),
        *(("order", f"{ROOM}.{low}", f"{ROOM}.{high}") for low, high in upwards),
        *(
            ("doors", source.replace("*", ROOM), hidden.replace("*", ROOM))
            for source, hidden in product(doors["source_modules"], doors["forbidden_modules"])
        ),
    ]


def write(root: Path, module: str, line: str = "") -> None:
    """Add a line to a module, which is made if there is none."""
    path = root / module.replace(".", "/")
    path = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    before = path.read_text() if path.exists() else ""
    path.write_text(f"{before}\n{line}\n")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for room in SETTINGS["root_packages"]:
        shutil.copytree(ROOT / room, tmp_path / room)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_contracts_hold():
    assert lint(ROOT).returncode == 0, lint(ROOT).stdout


@pytest.mark.parametrize("contract", CONTRACTS)
def test_every_broken_arrow_is_missed(copy: Path, contract: str):
    broken = [arrow[1:] for arrow in arrows() if arrow[0] == contract]
    for importer, imported in broken:
        write(copy, imported)
        write(copy, importer, f"import {imported}")
    result = lint(copy, "--contract", contract)
    assert result.returncode == 1
    assert [pair for pair in broken if f"{pair[0]} -> {pair[1]}" not in result.stdout] == []
