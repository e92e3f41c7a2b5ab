from typing import NamedTuple


class WrittenName(NamedTuple):
    """A name as somebody wrote it: `text` whole, its parts where they are known, BCP 47 language.

    `text` may be surname first, may have initials, a comma, one word or four.
    """

    text: str
    given: str = ""
    family: str = ""
    language: str = ""
