"""The nouns of the API, for what must be true of each."""

from tracker.api.urls import ALL

NOUNS = {noun.noun: noun for noun in ALL}
#: Lists that are no table: they have no fields, no order and no exports.
COMPUTED = ("figures", "changes")
LISTS = (*NOUNS, *COMPUTED)
