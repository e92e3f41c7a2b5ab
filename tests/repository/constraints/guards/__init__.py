"""The guards across rows, each broken in the one way that it alone sees."""

from tests.repository.constraints.guards import claims, journeys, lists, merging, people
from tests.repository.constraints.guards.breach import BREACHES

__all__ = ["BREACHES", "claims", "journeys", "lists", "merging", "people"]
