"""JSON as every answer has it."""

from decimal import Decimal
from typing import Any

import orjson

JsonObject = dict[str, Any]


def to_json(data: Any) -> bytes:
    return orjson.dumps(data, default=to_number)


def to_number(value: Any) -> int | float:
    """A decimal as JSON has it: whole where it is whole."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    raise TypeError(type(value))
