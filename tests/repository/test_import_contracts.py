"""The contracts hold, and each arrow of each contract is missed when it is broken."""

import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from itertools import combinations, product
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
CONTRACTS = {contract["id"]: contract for contract in SETTINGS["contracts"]}
ROOM = "support"
SUB_PACKAGE = "persons"


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


def upward(contract: str, container: str) -> Iterator[tuple[str, str, str]]:
    layers = [names(layer) for layer in CONTRACTS[contract]["layers"]]
    for above, below in combinations(layers, 2):
        for high, low in product(above, below):
            yield contract, f"{container}.{low}", f"{container}.{high}"


def forbidden(contract: str) -> Iterator[tuple[str, str, str]]:
    settings = CONTRACTS[contract]
    for source, hidden in product(settings["source_modules"], settings["forbidden_modules"]):
        yield contract, named(source), named(hidden)


def named(pattern: str) -> str:
    """One module that the pattern means."""
    return pattern.replace("people.*", f"people.{SUB_PACKAGE}").replace("*", ROOM)


def arrows() -> list[tuple[str, str, str]]:
    """(contract, importer, imported): everything that the contracts forbid, once each."""
    rooms = CONTRACTS["rooms"]["layers"]
    return [
        *(("rooms", low, high) for high, low in combinations(rooms, 2)),
        *upward("order", ROOM),
        *upward("order", f"people.{SUB_PACKAGE}"),
        *forbidden("doors"),
        *upward("people", "people"),
        *forbidden("names"),
    ]


def write(root: Path, module: str, line: str = "") -> None:
    """Add a line to a module, which is made if there is none in a room of ours."""
    if module.partition(".")[0] not in SETTINGS["root_packages"]:
        return
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
