"""From the text of a list to its lines: pure, and nothing of the text is lost."""

import csv
from datetime import date

from releases.intake.parser.line import LONGEST_NAME, MOST_CHARACTERS, MOST_LINES, ParsedLine
from releases.intake.parser.lines import parse_line
from releases.intake.parser.tables import delimiter_of, parse_table, rows_of

__all__ = ["LONGEST_NAME", "MOST_CHARACTERS", "MOST_LINES", "ParsedLine", "parse_list"]


def parse_list(text: str, on: date) -> list[ParsedLine]:
    """The lines of a list; their `raw` joined is `text`. `on` is the day that ages are told for.

    A text with columns is read as a table; any other line by line: numbered or not, with a mark
    or not, the family name first behind a comma or anywhere. What does not read as the name of
    one person is no name, for a person to decide; headings and empty lines say what they are.
    """
    return _parse_table(text, on) or [
        line
        for place, raw in enumerate(text.splitlines(keepends=True), 1)
        for line in parse_line(place, raw, on)
    ]


def _parse_table(text: str, on: date) -> list[ParsedLine] | None:
    delimiter = delimiter_of(text)
    try:
        return parse_table(rows_of(text, delimiter), on) if delimiter else None
    except csv.Error:  # a cell longer than any table has
        return None
