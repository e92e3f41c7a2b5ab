"""The parameters of an address, read strictly: what is unknown, empty or said twice is refused."""

from collections.abc import Collection, Mapping

from django.http import QueryDict

from publishing.api.problems import describe_parameter, raise_bad_parameters

LONGEST_PARAMETER = 1000


def validate_params(query: QueryDict, allowed: Collection[str]) -> dict[str, str]:
    """The parameters by name, each said once and not empty."""
    raise_bad_parameters(_find_faults(query, allowed))
    return {name: query[name] for name in query}


def _find_faults(query: QueryDict, allowed: Collection[str]) -> list[dict[str, str]]:
    errors = []
    for name, values in query.lists():
        if name not in allowed:
            known = f"Unknown. Known are: {', '.join(sorted(allowed))}."
            errors.append(describe_parameter(name[:100], known))
        elif len(values) > 1:
            errors.append(describe_parameter(name, "Said more than once."))
        elif not values[0].strip():
            errors.append(describe_parameter(name, "Empty."))
        elif "\0" in values[0] or len(values[0]) > LONGEST_PARAMETER:
            long = f"Longer than {LONGEST_PARAMETER} characters, or not a text."
            errors.append(describe_parameter(name, long))
    return errors


def choose_fields(values: Mapping[str, str], known: Collection[str]) -> list[str]:
    """The fields that `fields` names, in the order of the noun; all of them without it."""
    chosen = values["fields"].split(",") if "fields" in values else known
    raise_bad_parameters(
        describe_parameter("fields", f"There is no field “{name[:60]}”.")
        for name in set(chosen) - set(known)
    )
    return [name for name in known if name in chosen]
