"""Who, for staff. What is imported here is registered with the admin."""

from people.admin import person
from people.duplicates.admin import likely_duplicates, merging
from people.imports.admin import imports
from people.persons.admin import consent, person_parts, vocabulary

__all__ = [
    "consent",
    "imports",
    "likely_duplicates",
    "merging",
    "person",
    "person_parts",
    "vocabulary",
]
