"""A copy of the tree, in which recipes are carried out."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).parents[2]
LEFT_OUT = shutil.ignore_patterns(".*", "var", "__pycache__", "*.mo")
#: As recipes type it; the copy has no environment of its own.
PYTHON = ".venv/bin/python"
#: What the run outside tells its own workers, and no other run.
OF_THE_RUN = ("PYTEST_", "TEST_")


def copy_tree(target: Path) -> Path:
    return Path(shutil.copytree(ROOT, target, ignore=LEFT_OUT))


def read_tree(tree: Path) -> dict[str, bytes]:
    """What a commit would hold: each file and its content."""
    return {
        str(path.relative_to(tree)): path.read_bytes()
        for path in tree.rglob("*")
        if path.is_file() and not {"__pycache__", "var"} & {*path.parts} and path.suffix != ".mo"
    }


def run_command(tree: Path, command: str, **variables: str) -> str:
    """What a command says that failed; empty where it did what it should."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(OF_THE_RUN)}
    done = subprocess.run(
        command.replace(PYTHON, sys.executable),
        shell=True,
        cwd=tree,
        env=kept | variables,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr if done.returncode else ""


def list_failures(report: Path) -> list[str]:
    """The tests that failed, with the end of what each says."""
    cases = ElementTree.parse(report).iter("testcase") if report.exists() else ()
    return [
        f"{case.get('classname')}.{case.get('name')}: {(fault.text or '')[-1500:]}"
        for case in cases
        for fault in case
        if fault.tag in ("failure", "error")
    ]


def list_failed(report: Path) -> list[str]:
    """The names of the tests that ran and failed, in the order of the run."""
    cases = ElementTree.parse(report).iter("testcase")
    return [case.get("name", "") for case in cases if case.find("failure") is not None]
