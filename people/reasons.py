"""Why two descriptions agree or do not, in the words of the active language."""

from people.names import Reason


def in_words(reason: Reason) -> str:
    """A sentence of its own for each code of people.names."""
    return reason.code
