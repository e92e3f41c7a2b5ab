from people.models import Person
from tests.factories import NameFactory, PersonFactory


def somebody(*names: str, **more: object) -> Person:
    """A synthetic person under these names."""
    person = PersonFactory(note="Synthetic.", **more)
    for name in names:
        NameFactory(person=person, text=name, language="")
    return person
