"""The labels of codes, as a reader of each language reads them."""

from babel import Locale
from django.db.models import TextChoices


def country_name(code: str, language: str) -> str:
    """The country of an ISO 3166 code, by its CLDR name; an unknown code stands for itself."""
    return Locale(language).territories.get(code, code)


def language_name(code: str, language: str) -> str:
    """The name of a language, as `language` calls it; an unknown code stands for itself."""
    return Locale(language).languages.get(code, code)


def code_label(enumeration: type[TextChoices], code: str) -> str:
    """The label of a code in the active language; a code of no enumeration stands for itself."""
    return str(enumeration(code).label) if code in enumeration.values else code
