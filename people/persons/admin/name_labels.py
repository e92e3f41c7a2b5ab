"""The names by which staff tell two people apart."""

from people.persons.models import Person

#: So many forms of a name are shown; the others are on the person's page.
MOST_NAMES = 3


def list_name_forms(person: Person) -> list[str]:
    """Every form of the name once: the preferred ones first, those of no known language last."""
    forms = sorted(
        (not name.is_preferred, not name.language, name.language, name.text)
        for name in person.names.all()
    )
    return list(dict.fromkeys(text for *_order, text in forms))


def describe_names(person: Person) -> str:
    """The first forms of the name, or the pseudonym where there is none."""
    forms = list_name_forms(person)
    more = ["…"] if len(forms) > MOST_NAMES else []
    return " · ".join([*forms[:MOST_NAMES], *more]) or person.pseudonym or "—"
