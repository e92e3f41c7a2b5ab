"""The documents say what is there: a decision its date and status, a picture its names."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
ADRS = sorted((ROOT / "docs" / "adr").glob("[0-9]*.md"))
HEAD = re.compile(
    r"# (?P<number>\d+)\. (?P<title>.+)\n\nDate: (?P<date>20\d\d-\d\d-\d\d)\n"
    r"Status: (?P<status>accepted|proposed|superseded by \d+)\n"
)
LONGEST = 30


def find_fault(name: str, text: str) -> str:
    """What is wrong with a decision record: its head, its number or its length."""
    head = HEAD.match(text)
    if not head:
        return f"{name}: no title with a date and a status"
    if int(head["number"]) != int(name[:4]):
        return f"{name}: another number in the title"
    is_long = text.count("\n") > LONGEST
    return f"{name}: more than {LONGEST} lines" if is_long else ""


def test_every_decision_has_a_date_and_a_status_and_is_short() -> None:
    faults = [find_fault(file.name, file.read_text()) for file in ADRS]
    assert [fault for fault in faults if fault] == []


def test_a_decision_without_a_date_or_too_long_is_found() -> None:
    assert find_fault("0001-a.md", "# 1. A\n\nStatus: accepted\n")
    head = "# 1. A\n\nDate: 2026-11-22\nStatus: accepted\n"
    assert find_fault("0002-a.md", head)
    assert find_fault("0001-a.md", head + "word\n" * LONGEST)
    assert not find_fault("0001-a.md", head)


def test_the_index_lists_every_decision() -> None:
    listed = (ROOT / "docs" / "adr" / "README.md").read_text().splitlines()
    for file in ADRS:
        head = HEAD.match(file.read_text())
        assert head
        line = "| {number} | [{title}]({file}) | {date} | {status} |"
        assert line.format(**head.groupdict(), file=file.name) in listed


PICTURE = (ROOT / "docs" / "architecture.md").read_text().split("```")[1]
BOOTSTRAP = (ROOT / "tracker" / "postgres" / "bootstrap.sql").read_text()
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())


def test_the_picture_has_every_room_every_role_and_every_schema() -> None:
    rooms = PROJECT["tool"]["importlinter"]["root_packages"]
    assert re.findall(r"room (\w+)", PICTURE) == rooms
    roles = set(re.findall(r"tracker_\w+", BOOTSTRAP))
    assert set(re.findall(r"role (\w+)", PICTURE)) == roles
    schemas = {"public", *re.findall(r"CREATE SCHEMA IF NOT EXISTS (\w+)", BOOTSTRAP)}
    assert set(re.findall(r"schema (\w+)", PICTURE)) == schemas


DOCUMENTS = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *ROOT.glob("[a-z]*/README.md")]
NAMED = re.compile(r"`([a-z][\w.-]*/[\w./-]+)`|\]\(([\w./-]+)\)")
MADE_LATER = ("var/", "text/")


def find_missing_paths(text: str, folder: Path) -> list[str]:
    """Paths that the text names from the top, or from its own folder, and that are not there."""
    named = {path for pair in NAMED.findall(text) for path in pair if path}
    return sorted(
        path
        for path in named
        if not path.startswith(MADE_LATER)
        and not any((start / path).exists() for start in (ROOT, folder))
    )


def test_every_path_that_a_document_names_is_there() -> None:
    missing = {
        str(document.relative_to(ROOT)): paths
        for document in DOCUMENTS
        if (paths := find_missing_paths(document.read_text(), document.parent))
    }
    assert missing == {}


def test_a_path_that_is_not_there_is_found() -> None:
    assert find_missing_paths("`publishing/nothing.py`, [a](docs/none.md)", ROOT) == [
        "docs/none.md",
        "publishing/nothing.py",
    ]
    assert find_missing_paths("`publishing/rules.py`", ROOT) == []
