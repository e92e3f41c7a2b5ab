"""What a parameter accepts, as the OpenAPI document says it."""

import django_filters
from django.core.validators import MaxLengthValidator, RegexValidator

from publishing.api.encoding import JsonObject
from publishing.filters import LONGEST_SEARCH, MOST_TERMS, SearchFilter

#: What parts words: the spaces of `str.split`, spelled out, since regular expressions differ in \s.
SPACES = r"\t-\r\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
SPACE, LETTER, SIGN = f"[{SPACES}]", rf"[^{SPACES}\u0000]", r"[^\u0000]"
WORDS = rf"^{SPACE}*({LETTER}+{SPACE}+){{0,{MOST_TERMS - 1}}}{LETTER}+{SPACE}*$"


def as_query_parameter(name: str, schema: JsonObject, description: str = "") -> JsonObject:
    words = {"description": str(description)} if description else {}
    return {"name": name, "in": "query", "schema": schema, **words}


def describe_filter(each: django_filters.Filter) -> JsonObject:
    """The values that a filter accepts."""
    if isinstance(each, SearchFilter):
        return {"type": "string", "minLength": 1, "maxLength": LONGEST_SEARCH, "pattern": WORDS}
    if "choices" in each.extra:
        return {"type": "string", "enum": [value for value, _ in each.extra["choices"]]}
    if isinstance(each, django_filters.UUIDFilter):
        return {"type": "string", "format": "uuid"}
    if isinstance(each, django_filters.DateFilter):
        return {"type": "string", "format": "date"}
    return _describe_text(each)


def _describe_text(each: django_filters.Filter) -> JsonObject:
    schema: JsonObject = {
        "type": "string",
        "pattern": rf"^{SIGN}*{LETTER}{SIGN}*$",
        "maxLength": 200,
    }
    for validator in each.extra.get("validators", ()):
        if isinstance(validator, RegexValidator):
            schema["pattern"] = validator.regex.pattern.replace(r"\Z", "$")
        elif isinstance(validator, MaxLengthValidator):
            schema["maxLength"] = validator.limit_value
    return schema
