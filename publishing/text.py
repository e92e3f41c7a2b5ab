"""Text as the database accepts it: NFC, and nothing that cannot be seen."""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# Controls but tab and newline, soft hyphen, zero-width and bidirectional marks, byte order mark.
# The same set stands in publishing/sql/text.sql; a test compares the two on every character.
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)


def clean_text(value: str) -> str:
    """`value` in NFC with plain newlines.

    Raises ValidationError where it holds a character that a reader cannot see.
    """
    value = unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\r", "\n"))
    found = UNSEEN.search(value)
    if found:
        raise ValidationError(
            _("There is an invisible character (U+%(code)s) after “%(before)s”. Delete it."),
            params={
                "code": f"{ord(found.group()):04X}",
                "before": value[max(0, found.start() - 15) : found.start()],
            },
            code="unseen_character",
        )
    return value


def strip_unseen(value: str) -> str:
    """What a reader can see of `value`: for words beside a change, which nobody sends back."""
    return unicodedata.normalize("NFC", UNSEEN.sub("", value))
