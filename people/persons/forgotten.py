"""Whether a list or a form names somebody who was forgotten for good.

Why, and what is held: docs/adr/0035-who-was-forgotten-is-known-by-a-mark.md.
"""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext_lazy as _

from people.names import Description
from people.persons.traits import ask_traits
from publishing.marks import find_marked

#: What staff are told. Who it was stands nowhere any more.
FORGOTTEN = _(
    "Somebody of this name or number was erased for good, and is to stay forgotten. Add this person"
    " only with a reason."
)


def are_forgotten(
    asked: Sequence[tuple[Description, Iterable[tuple[str, str]]]],
) -> list[bool]:
    """For each description, with the numbers given beside it, whether a mark stands of it."""
    traits = [set(ask_traits(description, numbers)) for description, numbers in asked]
    marked = find_marked({trait for each in traits for trait in each})
    return [not marked.isdisjoint(each) for each in traits]
