"""The documents say what is there: a decision its date and status, a picture its names."""

import re
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
