"""The staff door: what every room's admin is made of, and the pages of this room's own nouns."""

from publishing.admin import accounts, history, proposals
from publishing.admin.fieldsets import EMBARGO, in_languages
from publishing.admin.history import ReadOnlyAdmin
from publishing.admin.labels import label
from publishing.admin.private import PrivateAdmin
from publishing.admin.queues import OF_EVERY_RECORD, Queue
from publishing.admin.record_parts import PartAdmin, PartInline, pages, parts
from publishing.admin.records import RecordAdmin, Related

__all__ = [
    "EMBARGO",
    "OF_EVERY_RECORD",
    "PartAdmin",
    "PartInline",
    "PrivateAdmin",
    "Queue",
    "ReadOnlyAdmin",
    "RecordAdmin",
    "Related",
    "accounts",
    "history",
    "in_languages",
    "label",
    "pages",
    "parts",
    "proposals",
]
