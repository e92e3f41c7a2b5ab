from typing import NamedTuple

from people.names.written import WrittenName


class Form(NamedTuple):
    """One way to write a name. `scheme` names the rule by which it was derived, "" for as given."""

    text: str
    script: str
    language: str
    scheme: str

    @property
    def is_derived(self) -> bool:
        return bool(self.scheme)


def forms(name: WrittenName) -> tuple[Form, ...]:
    """The name as written first, then every form that a rule derives from it."""
    return (Form(name.text, "Zyyy", name.language, ""),)
