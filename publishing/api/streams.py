"""Whole lists, written line by line in the statement that reads them."""

from collections.abc import Iterable, Iterator

from django.contrib.postgres.fields import ArrayField
from django.db import connections
from django.db.models import (
    CharField,
    DateField,
    DecimalField,
    Field,
    JSONField,
    QuerySet,
    TextField,
    UUIDField,
)

from publishing.api.absences import write_missing
from publishing.api.exports import BLANKS, NUMBER, STARTS, write_header
from publishing.api.objects import ROOT, RowObjects
from publishing.projections import PUBLIC
from publishing.public_reads import public_snapshot

AT_A_TIME = 500
LINES = r"""
SELECT row_to_json(row)::text || E'\n' FROM (SELECT {columns} FROM ({rows}) AS row) AS row"""
#: OFFSET keeps a cell from being made again wherever it is named.
CELLS = r"""
SELECT concat_ws(',', {cells}) || E'\r\n'
FROM (SELECT {columns} FROM ({rows}) AS row OFFSET 0) AS row"""
QUOTED = """'"' || replace({cell}, '"', '""') || '"'"""
CELL = rf"""CASE WHEN {{cell}} ~ '[",\r\n]' THEN {QUOTED} ELSE coalesce({{cell}}, '') END"""


def stream_json_lines(noun: type[RowObjects], rows: QuerySet, fields: list[str]) -> Iterator[bytes]:
    """One object a line."""
    words = _write_values(noun, rows)
    return _stream_lines(LINES, rows, (f'{words[name][0]} AS "{name}"' for name in fields))


def stream_csv(noun: type[RowObjects], rows: QuerySet, fields: list[str]) -> Iterator[bytes]:
    """A header and a line for each row. A date takes three columns, other nesting is JSON."""
    words, dates = _write_values(noun, rows), noun.get_dates()
    yield write_header(fields, dates)
    texts = [each for name in fields for each in _write_texts(*words[name], name in dates)]
    columns = (f"{each} AS cell_{number}" for number, each in enumerate(texts))
    cells = (CELL.format(cell=f"cell_{number}") for number in range(len(texts)))
    yield from _stream_lines(CELLS, rows, columns, ", ".join(cells))


def _stream_lines(
    statement: str, rows: QuerySet, columns: Iterable[str], cells: str = ""
) -> Iterator[bytes]:
    """The lines of a statement as the database hands them out, all read at one moment."""
    selected, values = rows.query.get_compiler(PUBLIC).as_sql()
    sql = statement.format(rows=selected, columns=", ".join(columns), cells=cells)
    with public_snapshot(), connections[PUBLIC].chunked_cursor() as cursor:
        cursor.execute(sql, values)
        while lines := cursor.fetchmany(AT_A_TIME):
            yield "".join(line for (line,) in lines).encode()


def _write_values(noun: type[RowObjects], rows: QuerySet) -> dict[str, tuple[str, Field]]:
    """The SQL of each field over the row that is read, and its kind."""
    fields: dict[str, Field] = {field.name: field for field in rows.model._meta.concrete_fields}
    fields |= {name: each.output_field for name, each in rows.query.annotations.items()}
    computed: dict[str, tuple[str, Field]] = {
        "url": (f"'{ROOT}{noun.noun}/' || id || '/'", UUIDField()),
        "sources": ("'[]'::jsonb", JSONField()),
        "unsourced_since": ("NULL::date", DateField()),
        "missing": (write_missing(noun.absent, fields), JSONField()),
    }
    return computed | {name: (_write_value(name, each), each) for name, each in fields.items()}


def _write_value(name: str, field: Field) -> str:
    """A column; a number as JSON has it, whole where it is whole."""
    return f'trim_scale("{name}")' if isinstance(field, DecimalField) else f'"{name}"'


def _write_texts(value: str, field: Field, is_date: bool) -> Iterator[str]:
    """The text of each column that a field takes; what somebody typed is defused."""
    if is_date:
        yield write_defused(f"({value} ->> 'value')")
        yield f"{value} ->> 'earliest'"
        yield f"{value} ->> 'latest'"
    elif isinstance(field, ArrayField):
        yield f"to_jsonb({value})::text"
    elif isinstance(field, (CharField, TextField)):
        yield write_defused(value)
    else:
        yield f"({value})::text"


def write_defused(text: str) -> str:
    """SQL of a text of which a spreadsheet makes no formula, as `exports.defuse_formula` does."""
    formula, number = f"^[{BLANKS}]*[{STARTS}]", f"^{NUMBER.pattern}$"
    is_formula = f"{text} ~ '{formula}' AND {text} !~ '{number}'"
    return f"CASE WHEN {is_formula} THEN '''' || {text} ELSE {text} END"
