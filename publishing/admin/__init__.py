"""The admin: what every room's admin is made of, and the pages of this room's own models.

A record's admin is a `RecordAdmin`. A part with a page of its own has a `RecordPartAdmin`. Parts
stand on the page of their record as `RecordPartInline`. ADR 0021 says why they are so few.
"""

from publishing.admin import accounts, history, proposals, requests
from publishing.admin.base import StaffAdmin
from publishing.admin.extensions import AdminExtension, RelatedRecords, extend_admin
from publishing.admin.fieldsets import EMBARGO, in_languages
from publishing.admin.history import ReadOnlyAdmin
from publishing.admin.labels import get_admin_url, get_label
from publishing.admin.queues import OF_EVERY_RECORD, Queue
from publishing.admin.record_parts import RecordPartAdmin, RecordPartInline
from publishing.admin.records import RecordAdmin

__all__ = [
    "EMBARGO",
    "OF_EVERY_RECORD",
    "AdminExtension",
    "Queue",
    "ReadOnlyAdmin",
    "RecordAdmin",
    "RecordPartAdmin",
    "RecordPartInline",
    "RelatedRecords",
    "StaffAdmin",
    "accounts",
    "extend_admin",
    "get_admin_url",
    "get_label",
    "history",
    "in_languages",
    "proposals",
    "requests",
]
