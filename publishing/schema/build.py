"""What `migrate` builds after itself: functions, guards, published views and grants.

Each file of SQL, and the guards of each table, is a unit. What a unit made bears the unit's name
and checksum as its comment in the catalogue. So a unit whose text did not change is left alone.
What no unit makes any more is dropped. An object without that comment is an operator's own.
"""

import hashlib
from typing import NamedTuple

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper
from django.db.utils import DatabaseError
from psycopg import errors

from publishing.schema.statements import GRANTS, SqlUnit, list_units

#: What stands in the catalogue of the login's own, by the words of COMMENT and DROP.
CATALOGUE = """
SELECT 'FUNCTION ' || f.oid::regprocedure, f.ctid || ' ' || f.oid,
    obj_description(f.oid, 'pg_proc')
FROM pg_proc f WHERE f.pronamespace = 'public'::regnamespace
    AND f.proowner = current_user::regrole
UNION ALL
SELECT format('VIEW %s', v.oid::regclass), v.ctid || ' ' || v.oid,
    obj_description(v.oid, 'pg_class')
FROM pg_class v WHERE v.relkind = 'v' AND v.relowner = current_user::regrole
    AND v.relnamespace IN ('public'::regnamespace, 'published'::regnamespace)
UNION ALL
SELECT format('TRIGGER %I ON %s', t.tgname, t.tgrelid::regclass), t.ctid || ' ' || t.oid,
    obj_description(t.oid, 'pg_trigger')
FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
WHERE NOT t.tgisinternal AND c.relowner = current_user::regrole
"""


class Built(NamedTuple):
    """One object of the catalogue: the version of its row, and the comment that it bears."""

    version: str
    comment: str


def rebuild(using: str = "default") -> bool:
    """Build each unit whose text changed, and drop what no unit makes; True where it did either.

    The login must own the tables and both schemas. Raises a DatabaseError where an operator's own
    object stands on what has to go; then nothing is changed.
    """
    units = list(list_units())
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        standing = {each.comment for each in _read_catalogue(cursor).values()}
        stale = [unit for unit in units if _comment_on(unit) not in standing]
        obsolete = _is_ours(standing) - {*map(_comment_on, units)}
        if not stale and not obsolete and _grants_stand(cursor):
            return False
        try:
            with transaction.atomic(using=using):
                _build_stale(cursor, units, stale, bool(obsolete))
        except DatabaseError as error:
            if not isinstance(error.__cause__, CANNOT_BE_REPLACED):
                raise
            _build_everything(cursor, units)
        _grant(cursor)
        cursor.execute(OPEN_EDITION)
        cursor.execute("SELECT publishing_mark_all_documents(), publishing_write_documents(NULL)")
    return True


#: Built anew, a view may say something else of the same rows.
OPEN_EDITION = "UPDATE publishing_edition SET name = gen_random_uuid()"


#: What PostgreSQL answers where a function has other columns or names of arguments than before.
CANNOT_BE_REPLACED = (errors.InvalidFunctionDefinition, errors.DependentObjectsStillExist)


def _build_stale(
    cursor: CursorWrapper, units: list[SqlUnit], stale: list[SqlUnit], has_obsolete: bool
) -> None:
    if has_obsolete or any(unit.is_under_views for unit in stale):
        take_views_away(cursor.db.alias)
        stale = [unit for unit in units if unit.is_view or unit in stale]
    _make(cursor, stale)
    _drop_built(cursor, but={*map(_comment_on, units)})


def _build_everything(cursor: CursorWrapper, units: list[SqlUnit]) -> None:
    take_views_away(cursor.db.alias)
    _drop_built(cursor, but=set())
    _make(cursor, units)


def take_views_away(using: str = "default") -> None:
    """Drop the views that were built, so that the columns under them can be changed.

    Fails, naming it, where a view of an operator's own stands on one of them.
    """
    with connections[using].cursor() as cursor:
        views = [
            name.removeprefix("VIEW ")
            for name, each in _read_catalogue(cursor).items()
            if name.startswith("VIEW ") and _is_ours({each.comment})
        ]
        if views:
            cursor.execute(f"DROP VIEW {', '.join(views)}")


def _read_catalogue(cursor: CursorWrapper) -> dict[str, Built]:
    cursor.execute(CATALOGUE)
    return {name: Built(version, comment or "") for name, version, comment in cursor.fetchall()}


MARK = "built from "


def _comment_on(unit: SqlUnit) -> str:
    return f"{MARK}{unit.name}, {hashlib.sha256(unit.sql.encode()).hexdigest()[:16]}"


def _is_ours(comments: set[str]) -> set[str]:
    return {comment for comment in comments if comment.startswith(MARK)}


def _make(cursor: CursorWrapper, units: list[SqlUnit]) -> None:
    """Run units, and mark what each made or replaced with its name and checksum."""
    before = _read_catalogue(cursor)
    for unit in units:
        cursor.execute(unit.sql)
        after = _read_catalogue(cursor)
        comment = _comment_on(unit)
        for name, each in after.items():
            if name not in before or before[name].version != each.version:
                cursor.execute(f"COMMENT ON {name} IS '{comment}'")
        before = after


def _drop_built(cursor: CursorWrapper, but: set[str]) -> None:
    """Drop what bears another comment of ours than these: guards before the functions they call."""
    for name, each in sorted(_read_catalogue(cursor).items(), reverse=True):
        if _is_ours({each.comment}) - but:
            cursor.execute(f"DROP {name}")


# The grants are of no object alone: the schema that they open bears their mark.


def _grants_stand(cursor: CursorWrapper) -> bool:
    cursor.execute("SELECT obj_description('published'::regnamespace, 'pg_namespace')")
    return cursor.fetchone()[0] == _comment_on(GRANTS)


def _grant(cursor: CursorWrapper) -> None:
    cursor.execute(GRANTS.sql)
    cursor.execute(f"COMMENT ON SCHEMA published IS '{_comment_on(GRANTS)}'")
