"""Why a field of an object is empty: the rules, as they are read from a row and by a statement."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.contrib.postgres.fields import ArrayField
from django.db.models import CharField, Field, JSONField, TextField

#: What an empty field is, and the codes that say themselves that there is nothing.
BLANK: tuple[Any, ...] = (None, "", [], {})
NOTHING = ("unknown", "withheld")


class Where(NamedTuple):
    """`reason` where a column has this value, and `otherwise` where it has another."""

    column: str
    value: str | bool
    reason: str
    otherwise: str = "withheld"


Reasons = Mapping[str, str | Where]


def explain_missing(reasons: Reasons, row: Mapping[str, Any]) -> dict[str, str]:
    """The reason for each empty field, and for each code that says itself that it is none."""
    told = {}
    for field, reason in reasons.items():
        if row[field] in BLANK:
            told[field] = reason if isinstance(reason, str) else _choose_reason(reason, row)
        elif row[field] in NOTHING:
            told[field] = row[field]
    return told


def _choose_reason(rule: Where, row: Mapping[str, Any]) -> str:
    return rule.reason if row[rule.column] == rule.value else rule.otherwise


def write_missing(reasons: Reasons, fields: Mapping[str, Field]) -> str:
    """SQL of the same, over a row of these fields."""
    told = (f"'{name}', {_write_case(name, fields[name], each)}" for name, each in reasons.items())
    return f"jsonb_strip_nulls(jsonb_build_object({', '.join(told)}))"


def _write_case(name: str, field: Field, reason: str | Where) -> str:
    blank, code = f'"{name}" IS NULL', ""
    if isinstance(field, JSONField):
        blank += f""" OR "{name}" IN ('[]', '{{}}')"""
    elif isinstance(field, ArrayField):
        blank += f""" OR "{name}" = '{{}}'"""
    elif isinstance(field, (CharField, TextField)):
        blank += f""" OR "{name}" = ''"""
        code = f"""WHEN "{name}" IN {NOTHING} THEN "{name}" """
    return f"CASE WHEN {blank} THEN {_write_reason(reason)} {code}END"


def _write_reason(reason: str | Where) -> str:
    if isinstance(reason, str):
        return f"'{reason}'"
    is_so = f"""\"{reason.column}" = '{reason.value}'"""
    return f"CASE WHEN {is_so} THEN '{reason.reason}' ELSE '{reason.otherwise}' END"
