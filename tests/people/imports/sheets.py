"""Sheets made in memory, good ones and bombs."""

import io
import struct
import zipfile
from collections.abc import Iterable, Sequence

import openpyxl


def workbook(*rows: Sequence[object]) -> io.BytesIO:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    return saved(book)


def saved(book: openpyxl.Workbook) -> io.BytesIO:
    file = io.BytesIO()
    book.save(file)
    file.seek(0)
    return file


def repacked(change: dict[str, bytes], **options: int) -> io.BytesIO:
    """A good workbook whose parts of these names hold these bytes, or that has them besides."""
    good, file = zipfile.ZipFile(workbook(["name"], ["Synthetic"])), io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name in good.namelist():
            archive.writestr(name, change.get(name, good.read(name)))
        for name in change.keys() - set(good.namelist()):
            archive.writestr(name, change[name])
    file.seek(0)
    return file


SHEET = "xl/worksheets/sheet1.xml"
HEAD = b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
TAIL = b"</sheetData></worksheet>"
CELL = b'<row r="1"><c r="A1" t="inlineStr"><is><t>', b"</t></is></c></row>"


def sheet(*blocks: tuple[bytes, int]) -> io.BytesIO:
    """A workbook whose sheet holds each block so many times, written in a stream."""
    good, file = zipfile.ZipFile(workbook(["name"], ["Synthetic"])), io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name in good.namelist():
            if name != SHEET:
                archive.writestr(name, good.read(name))
        with archive.open(SHEET, "w", force_zip64=True) as part:
            for piece in _pieces([(HEAD, 1), *blocks, (TAIL, 1)]):
                part.write(piece)
    file.seek(0)
    return file


def _pieces(blocks: Iterable[tuple[bytes, int]]) -> Iterable[bytes]:
    for block, times in blocks:
        whole = max(1, 2**20 // len(block))
        for _ in range(times // whole):
            yield block * whole
        yield block * (times % whole)


def one_huge_cell(size: int) -> io.BytesIO:
    return sheet((CELL[0], 1), (b"A" * 1024, size // 1024), (CELL[1], 1))


def empty_rows(count: int) -> io.BytesIO:
    return sheet((b"<row/>", count))


def claimed_row(number: int) -> io.BytesIO:
    cell = b'<row r="%d"><c r="A%d" t="inlineStr"><is><t>x</t></is></c></row>'
    return sheet((cell % (1, 1), 1), (cell % (number, number), 1))


def many_parts(count: int) -> io.BytesIO:
    """An archive of so many entries, written by hand: zipfile would take minutes."""
    name = b"xl/worksheets/s.xml"
    local = struct.pack("<4s5H3L2H", b"PK\3\4", 20, 0, 0, 0, 0, 0, 0, 0, len(name), 0) + name
    entry = struct.pack(
        "<4s6H3L5H2L", b"PK\1\2", 20, 20, 0, 0, 0, 0, 0, 0, 0, len(name), 0, 0, 0, 0, 0, 0
    )
    directory = (entry + name) * count
    most = min(count, 0xFFFF)
    end = struct.pack(
        "<4s4H2LH", b"PK\5\6", 0, 0, most, most, min(len(directory), 2**32 - 1), len(local), 0
    )
    return io.BytesIO(local + directory + end)


LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;">]>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
<row r="1"><c r="A1" t="inlineStr"><is><t>&e;</t></is></c></row></sheetData></worksheet>"""


def entities() -> io.BytesIO:
    return repacked({SHEET: LAUGHS})


def symlink() -> io.BytesIO:
    file = workbook(["name"], ["Synthetic"])
    with zipfile.ZipFile(file, "a") as archive:
        link = zipfile.ZipInfo("xl/link.xml")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    file.seek(0)
    return file


def overlapping() -> io.BytesIO:
    """Two entries of the directory that say the same bytes are theirs."""
    data = bytearray(
        repacked({"xl/media/twin.xml": b"<a/>", "xl/media/tvin.xml": b"<a/>"}).getvalue()
    )
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        first = archive.getinfo("xl/media/twin.xml").header_offset
    at = data.rfind(b"xl/media/tvin.xml")
    data[at - 4 : at] = struct.pack("<L", first)
    return io.BytesIO(data)
