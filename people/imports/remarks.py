"""What is said of a cell or a row besides its value, in words for staff."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from people.imports.sheets.flaw_sentences import flaw_sentence
from people.imports.sheets.sheet_row import REMARKS, Flaw, cell_address
from people.persons.forgotten import FORGOTTEN


class RemarkCode(StrEnum):
    """Codes up to NO_RIGHT are errors: the row is not imported. The others are remarks."""

    NO_NAME = "no_name"
    LONG_NAME = "long_name"
    LONG_CELL = "long_cell"
    NO_DATE = "no_date"
    NO_SEX = "no_sex"
    NO_STATUS = "no_status"
    NO_ADDRESS = "no_address"
    DATES_CLASH = "dates_clash"
    TWICE = "twice"
    NO_RIGHT_TO_ADD = "no_right_to_add"
    NO_RIGHT_TO_CHANGE = "no_right_to_change"
    INITIALS = "initials"
    TWO_SCRIPTS = "two_scripts"
    TWO_PEOPLE = "two_people"
    UNKNOWN_ARTICLE = "unknown_article"
    UNKNOWN_FACILITY = "unknown_facility"
    UNREAD_PENALTY = "unread_penalty"
    NOT_A_FACILITY = "not_a_facility"
    SAME_DAY = "same_day"
    UNCLEAR_RELEASE = "unclear_release"
    FORGOTTEN = "forgotten"
    LIKE_ROW = "like_row"
    SAME_ADDRESS = "same_address"
    IS_HELD = "is_held"
    IS_PUBLISHED = "is_published"
    CUT = "cut"


SENTENCES = {
    RemarkCode.NO_NAME: _("There is no name."),
    RemarkCode.LONG_NAME: _("The name is longer than 200 characters."),
    RemarkCode.LONG_CELL: _("The value is longer than its field."),
    RemarkCode.NO_DATE: _("“%(value)s” cannot be read as a date."),
    RemarkCode.NO_SEX: _("“%(value)s” cannot be read as a sex."),
    RemarkCode.NO_STATUS: _("“%(value)s” cannot be read as a status."),
    RemarkCode.NO_ADDRESS: _("“%(value)s” cannot be read as the address of a page."),
    RemarkCode.DATES_CLASH: _("These dates cannot all be right: %(value)s."),
    RemarkCode.TWICE: _("The number stands in row %(value)s already."),
    RemarkCode.NO_RIGHT_TO_ADD: _("Your account may not add people."),
    RemarkCode.NO_RIGHT_TO_CHANGE: _("Your account may not change people."),
    RemarkCode.INITIALS: _("Only initials are given: “%(value)s”."),
    RemarkCode.TWO_SCRIPTS: _("The name mixes two scripts."),
    RemarkCode.TWO_PEOPLE: _("Two people stand in one cell: “%(value)s”. It is kept as it is."),
    RemarkCode.UNKNOWN_ARTICLE: _("“%(value)s” is not among our articles. It is kept in the note."),
    RemarkCode.UNKNOWN_FACILITY: _("“%(value)s” is not among our places. It is kept in the note."),
    RemarkCode.UNREAD_PENALTY: _("“%(value)s” was not understood. It is kept in the note."),
    RemarkCode.NOT_A_FACILITY: _(
        "“%(value)s” is not a place. It was understood otherwise, and is kept in the note."
    ),
    RemarkCode.SAME_DAY: _("The arrest and the verdict have the same day, %(value)s."),
    RemarkCode.UNCLEAR_RELEASE: _(
        "It is not said whether the release is past. It is kept in the note."
    ),
    RemarkCode.FORGOTTEN: FORGOTTEN,
    RemarkCode.LIKE_ROW: _("Row %(value)s of this file has the same name."),
    RemarkCode.SAME_ADDRESS: _("Row %(value)s of this file has the same address."),
    RemarkCode.IS_HELD: _(
        "The record waits for a decision or is withdrawn; nothing is changed or proposed."
    ),
    RemarkCode.IS_PUBLISHED: _("The record is published: what differs becomes one proposal."),
    RemarkCode.CUT: _("The note was too long, and its end was cut off."),
}
ERRORS = {
    code
    for code in RemarkCode
    if list(RemarkCode).index(code) <= list(RemarkCode).index(RemarkCode.NO_RIGHT_TO_CHANGE)
}


class Remark(NamedTuple):
    """`column`: of the cell that it is about, from 0; -1 for the row as a whole."""

    code: str
    column: int = -1
    value: str = ""

    @property
    def is_error(self) -> bool:
        return self.code in ERRORS or (self.code in set(Flaw) - REMARKS)

    def as_sentence(self) -> str:
        if self.code in set(Flaw):
            return flaw_sentence(Flaw(self.code))
        return str(SENTENCES[RemarkCode(self.code)]) % {"value": self.value}

    def cell_address(self, number: int) -> str:
        """The address of the cell in the sheet, or of the row."""
        return cell_address(number, self.column) if self.column >= 0 else str(number)


def has_error(remarks: Iterable[Remark]) -> bool:
    return any(remark.is_error for remark in remarks)
