"""Who, for staff. What is imported here is registered with the admin."""

from people.admin.person import PersonAdmin
from people.duplicates.admin import LikelyDuplicateAdmin, merging
from people.imports.admin import imports
from people.persons.admin import consent, vocabulary

__all__ = ["LikelyDuplicateAdmin", "PersonAdmin", "consent", "imports", "merging", "vocabulary"]
