"""Whether an XLSX is packed as spreadsheet programs pack: asked before anything of it is parsed.

Sources of the rules: ASVS 5.2.3; "A better zip bomb" (overlapping entries); the ZIP appnote 4.3.
"""

import stat
import struct
import zipfile
import zlib
from itertools import pairwise
from typing import BinaryIO
from xml.parsers import expat

from people.imports.sheets import limits
from people.imports.sheets.refusal import RefusedSheet
from people.imports.sheets.sheet_row import Flaw

END = b"PK\x05\x06"
LOCAL_HEADER = 30
ARCHIVES = (".zip", ".gz", ".bz2", ".xz", ".7z", ".rar", ".tar", ".jar", ".xlsx", ".docx", ".bin")
NESTED = "xl/embeddings/"
#: What the library and the parser raise on a part that is not what it says.
DAMAGE = (expat.ExpatError, zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError)


def open_archive(file: BinaryIO) -> zipfile.ZipFile:
    """The workbook's archive, judged by its directory and its prologs alone.

    Raises RefusedSheet.
    """
    _check_end_record(file)
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise RefusedSheet(Flaw.DAMAGED) from error
    entries = archive.infolist()
    for entry in entries:
        _check_entry(entry)
    if sum(entry.file_size for entry in entries) > limits.UNPACKED:
        raise RefusedSheet(Flaw.TOO_LARGE)
    _refuse_overlaps(entries, archive.start_dir)
    if not {"[Content_Types].xml", "xl/workbook.xml"} <= set(archive.namelist()):
        raise RefusedSheet(Flaw.NOT_A_WORKBOOK)
    for entry in entries:
        if entry.filename.endswith((".xml", ".rels", ".vml")):
            _refuse_doctype(archive, entry)
    return archive


def _check_end_record(file: BinaryIO) -> None:
    """Refuse by the end record, before the library makes an object of each of its entries."""
    size = file.seek(0, 2)
    file.seek(max(0, size - 2**16 - 22))
    tail = file.read()
    at = tail.rfind(END)
    if at < 0 or len(tail) - at < 22:
        raise RefusedSheet(Flaw.DAMAGED)
    entries, directory = struct.unpack("<HL", tail[at + 10 : at + 16])
    # The highest values mean that the true ones stand in a ZIP64 record: no list is so large.
    if entries > limits.PARTS or directory > limits.DIRECTORY:
        raise RefusedSheet(Flaw.HOSTILE_ARCHIVE)
    file.seek(0)


def _check_entry(entry: zipfile.ZipInfo) -> None:
    if entry.flag_bits & 0x1:
        raise RefusedSheet(Flaw.LOCKED)
    shrunk = entry.file_size > limits.RATIO * max(entry.compress_size, 1)
    name = entry.filename.lower()
    if (
        stat.S_ISLNK(entry.external_attr >> 16)
        or name.startswith(("/", "\\", NESTED))
        or ".." in name.replace("\\", "/").split("/")
        or (name.endswith(ARCHIVES) and not name.startswith("xl/printersettings/"))
        or entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
        or (shrunk and entry.file_size > limits.RATIO_FROM)
    ):
        raise RefusedSheet(Flaw.HOSTILE_ARCHIVE)


def _refuse_overlaps(entries: list[zipfile.ZipInfo], directory_at: int) -> None:
    """Each entry has bytes of its own: two that share them are one bomb told twice."""
    if len({entry.filename.lower() for entry in entries}) < len(entries):
        raise RefusedSheet(Flaw.HOSTILE_ARCHIVE)
    spans = sorted(
        (at, at + LOCAL_HEADER + len(entry.filename) + entry.compress_size)
        for entry in entries
        for at in [entry.header_offset]
    )
    spans.append((directory_at, directory_at))
    if any(end > start for (_, end), (start, _) in pairwise(spans)):
        raise RefusedSheet(Flaw.HOSTILE_ARCHIVE)


class _Root(Exception):
    """The root element has begun: no document type can follow."""


def _refuse_doctype(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    def refuse_type(*_: object) -> None:
        raise RefusedSheet(Flaw.HAS_ENTITIES)

    def stop_at_root(*_: object) -> None:
        raise _Root

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler, parser.StartElementHandler = refuse_type, stop_at_root
    try:
        with archive.open(entry) as part:
            parser.Parse(part.read(limits.PROLOG), True)
    except _Root:
        return
    except DAMAGE as error:
        raise RefusedSheet(Flaw.DAMAGED) from error
