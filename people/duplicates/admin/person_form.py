"""While somebody is entered: who is known already by a name like theirs."""

from collections.abc import Iterator
from typing import Any, NamedTuple
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _

from people.duplicates.likely_pairs import find_similar_people
from people.duplicates.merging.decisions import EnteredAsNew, remember_entered_as_new
from people.duplicates.merging.proposed_merges import proposed_merges
from people.names import Comparison, Description, Span, WrittenName
from people.persons.admin.name_labels import names_of
from people.persons.candidates import STAFF, Candidate, describe_people
from people.persons.models import Name, Person
from people.persons.reasons import describe_reason
from publishing.admin.forms import RecordForm
from publishing.dates.fields import InexactDateFormField
from publishing.models import Account, Proposal

#: Names of one form that are looked for.
MOST_NAMES = 12
PARTS = WrittenName._fields
#: Read from the list beside the form: whom the reader saw, and that it is none of them.
SEEN, NONE_OF_THEM = "seen", "none_of_them"


class Shown(NamedTuple):
    """One of the people beside a form, with the reasons in words; `proposal`: that they are merged
    with who is entered."""

    person: Person
    names: str
    reasons: list[str]
    proposal: Proposal | None


def description(answers: QueryDict) -> Description:
    """Whoever is being typed, as far as it can be read; half a date is none yet."""
    return Description(tuple(_names(answers)), born=_born(answers.get("birth", "")))


def _names(answers: QueryDict) -> Iterator[WrittenName]:
    for number in range(MOST_NAMES):
        row = f"names-{number}"
        name = WrittenName(*(_typed(answers, row, part) for part in PARTS))
        if name.text and not answers.get(f"{row}-DELETE"):
            yield name


def _typed(answers: QueryDict, row: str, part: str) -> str:
    return answers.get(f"{row}-{part}", "").strip()[: Name._meta.get_field(part).max_length]


def _born(text: str) -> Span | None:
    try:
        born = InexactDateFormField(required=False).clean(text)
    except ValidationError:
        return None
    return born.span if born else None


def entered(answers: QueryDict) -> Person | None:
    """Whose form it is, where they are entered already."""
    try:
        return Person.objects.filter(pk=UUID(answers.get("person", ""))).first()
    except ValueError:
        return None


def beside(person: Person) -> list[Shown]:
    """Beside somebody who is entered already."""
    known = describe_people({person.pk}, STAFF).get(person.pk)
    return shown(find_similar_people(known, but=person), person) if known else []


def shown(found: list[Candidate], entered: Person | None = None) -> list[Shown]:
    """As a page shows them beside who is entered; who was deleted meanwhile is left out."""
    keys = [each.person_id for each in found]
    people = Person.objects.prefetch_related("names").in_bulk(keys)
    merges = proposed_merges([*keys, entered.pk]) if entered and keys else {}
    return [
        Shown(
            person,
            names_of(person),
            words(each.comparison),
            merges.get(frozenset((person.pk, entered.pk))) if entered else None,
        )
        for each in found
        if (person := people.get(each.person_id))
    ]


def words(comparison: Comparison) -> list[str]:
    return [describe_reason(reason) for reason in comparison.reasons]


class PersonForm(RecordForm):
    """Comes back once where others look like a new person, for staff to say that nobody is."""

    #: Who looks like the person that is entered; nobody where the person is entered already.
    likely: list[Candidate] = []

    def clean(self) -> Any:
        cleaned = super().clean()
        if not self.instance._state.adding:
            return cleaned
        self.likely = find_similar_people(description(self.data))
        seen = self.data.getlist(SEEN) if NONE_OF_THEM in self.data else []
        if any(str(each.person_id) not in seen for each in self.likely):
            self.add_error(
                None, _("Somebody like this is known already: see below, after the names.")
            )
        return cleaned

    def remember(self, by: Account) -> None:
        """Who was seen and denied is never suggested for this person again."""
        reason = _("Seen and denied while this person was entered.")
        remember_entered_as_new(
            EnteredAsNew(self.instance.pk, each.person_id, by.pk, reason) for each in self.likely
        )
