"""Who, for staff. What is imported here is registered with the admin."""

from people.admin import consent, imports, merging, vocabulary
from people.admin.duplicates import LikelyDuplicateAdmin
from people.admin.person import PersonAdmin

__all__ = ["LikelyDuplicateAdmin", "PersonAdmin", "consent", "imports", "merging", "vocabulary"]
