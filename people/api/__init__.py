"""People in the API, as far as each is shown."""

from people.api.match import Match
from people.api.person import PersonNoun

__all__ = ["Match", "PersonNoun"]
