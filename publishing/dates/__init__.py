"""Inexact dates: as exact as they are known, and never more.

One value is one text in a small subset of EDTF (`docs/adr/0004-inexact-dates.md`).
"""

from publishing.dates.fields import EDTFField, InexactDateField, not_certainly_after
from publishing.dates.value import InexactDate, of_json

__all__ = ["EDTFField", "InexactDate", "InexactDateField", "not_certainly_after", "of_json"]
