"""How staff are told whom a page means, wherever two people are to be told apart."""

from people.models import Person

#: So many forms of a name are shown; the others are on the person's page.
MOST_NAMES = 3


def names_of(person: Person) -> str:
    """The first forms of the name, the preferred ones before all others; their names are read."""
    names = sorted((not name.is_preferred, name.language, name.text) for name in person.names.all())
    forms = list(dict.fromkeys(text for *_order, text in names))
    more = ["…"] if len(forms) > MOST_NAMES else []
    return " · ".join([*forms[:MOST_NAMES], *more]) or person.pseudonym or "—"
