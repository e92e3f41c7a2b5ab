"""A list comes as a file, too: text in the usual encodings, or a workbook."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from releases.admin.intake.list_files import MOST_BYTES, read_text
from releases.intake.parser import parse_list

LIST = "Прыкладаў Абеляр\nНяведамы Зянон\n"


def workbook(*rows: tuple) -> SimpleUploadedFile:
    book, held = openpyxl.Workbook(), BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(held)
    return SimpleUploadedFile("list.xlsx", held.getvalue())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_text_is_read_in_the_encodings_that_lists_come_in(encoding):
    assert read_text(SimpleUploadedFile("list.TXT", LIST.encode(encoding))) == LIST


def test_a_workbook_is_read_as_if_it_was_copied():
    sheet = workbook(("№", "ФИО", "дата рождения"), (), (1, "Прыкладаў Абеляр", date(1985, 5, 12)))
    lines = parse_list(read_text(sheet), date(2025, 12, 13))
    assert [line.is_name for line in lines] == [False, False, True]
    assert (lines[2].place, lines[2].name, lines[2].birth) == (3, "Прыкладаў Абеляр", "1985-05-12")


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (SimpleUploadedFile("list.pdf", b"%PDF"), "cannot be read here"),
        (SimpleUploadedFile("list.txt", b"x" * (MOST_BYTES + 1)), "megabyte"),
        (SimpleUploadedFile("list.txt", b"\x98\xff\xfe\xfd"), "cannot be read as text"),
        (SimpleUploadedFile("list.xlsx", b"PK\x03\x04nonsense"), "workbook"),
        (workbook(("=1+1",)), "A1: The cell holds a formula"),
    ],
)
def test_what_is_no_list_is_refused_in_words(file, said):
    with pytest.raises(ValidationError, match=said):
        read_text(file)
