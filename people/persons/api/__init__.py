"""People in the API, as far as each is shown."""

from people.persons.api.match import Match
from people.persons.api.person import PersonResource, PersonSerializer

__all__ = ["Match", "PersonResource", "PersonSerializer"]
