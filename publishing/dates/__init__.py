"""Inexact dates: as exact as they are known, and never more.

One value is one text in a small subset of EDTF (`docs/adr/0004-inexact-dates.md`).
"""

from publishing.dates.fields import EDTFField, InexactDateField, not_certainly_after
from publishing.dates.value import InexactDate, date_from_json

__all__ = ["EDTFField", "InexactDate", "InexactDateField", "date_from_json", "not_certainly_after"]
