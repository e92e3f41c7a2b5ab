"""What a list of names, pasted on the day of a release, says line by line."""

from django.db import models
from django.utils.translation import pgettext_lazy


class LineProposal(models.TextChoices):
    """What the comparison proposes for a line. It decides nothing."""

    MATCHED = "matched", pgettext_lazy("line", "Matched")
    AMBIGUOUS = "ambiguous", pgettext_lazy("line", "Ambiguous")
    NEW = "new", pgettext_lazy("line", "New")
    NO_NAME = "no_name", pgettext_lazy("line", "No name")
    EMPTY = "empty", pgettext_lazy("line", "Empty")


class LineDecision(models.TextChoices):
    """What somebody decided about a line; the empty string is “not yet”."""

    PERSON = "person", pgettext_lazy("line", "Somebody we know")
    NEW = "new", pgettext_lazy("line", "New person")
    IGNORED = "ignored", pgettext_lazy("line", "Not a person")


#: Lines that stop nothing, though nobody decided about them: they hold no name.
WITHOUT_NAME = frozenset({LineProposal.NO_NAME, LineProposal.EMPTY})
