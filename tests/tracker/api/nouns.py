"""The nouns of the API, for what must be true of each."""

from tracker.api import resources

NOUNS = {noun.noun: noun for noun in resources.NOUNS}
COMPUTED = tuple(noun.noun for noun in resources.COMPUTED)
LISTS = (*NOUNS, *COMPUTED)
