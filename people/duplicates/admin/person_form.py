"""The form of a person, and the known people who look like the person being entered."""

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
from people.persons.admin.name_labels import describe_names
from people.persons.candidates import STAFF, Candidate, describe_people
from people.persons.forgotten import FORGOTTEN, are_forgotten
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


class ShownCandidate(NamedTuple):
    """A known person beside a form, with the reasons in words.

    `proposal` is the open proposal to merge this person with the entered one.
    """

    person: Person
    names: str
    reasons: list[str]
    proposal: Proposal | None


def read_description(answers: QueryDict) -> Description:
    """Read the names and the birth typed so far; half a date is no date."""
    return Description(tuple(_read_names(answers)), born=_read_birth(answers.get("birth", "")))


def _read_names(answers: QueryDict) -> Iterator[WrittenName]:
    for number in range(MOST_NAMES):
        row = f"names-{number}"
        name = WrittenName(*(_read_name_part(answers, row, part) for part in PARTS))
        if name.text and not answers.get(f"{row}-DELETE"):
            yield name


def _read_name_part(answers: QueryDict, row: str, part: str) -> str:
    column: Any = Name._meta.get_field(part)
    return answers.get(f"{row}-{part}", "").strip()[: column.max_length]


def _read_birth(text: str) -> Span | None:
    try:
        born = InexactDateFormField(required=False).clean(text)
    except ValidationError:
        return None
    return born.span if born else None


def names_forgotten(answers: QueryDict, entered: Person | None = None) -> bool:
    """Whether what is typed, and not kept already, names somebody who was forgotten."""
    typed = read_description(answers)
    known = set(entered.names.values_list("text", flat=True)) if entered else set()
    names = tuple(name for name in typed.names if name.text not in known)
    numbers = [] if entered else _read_numbers(answers)
    (is_forgotten,) = are_forgotten([(typed._replace(names=names), numbers)])
    return is_forgotten


def _read_numbers(answers: QueryDict) -> list[tuple[str, str]]:
    rows = (f"identifiers-{number}" for number in range(MOST_NAMES))
    return [(answers.get(f"{row}-scheme", ""), answers.get(f"{row}-value", "")) for row in rows]


def get_entered_person(answers: QueryDict) -> Person | None:
    """The person whose form this is; None for a new person."""
    try:
        return Person.objects.filter(pk=UUID(answers.get("person", ""))).first()
    except ValueError:
        return None


def find_likely_beside(person: Person) -> list[ShownCandidate]:
    """The people who look like a person who is in the database."""
    known = describe_people({person.pk}, STAFF).get(person.pk)
    return describe_candidates(find_similar_people(known, but=person), person) if known else []


def describe_candidates(
    found: list[Candidate], entered: Person | None = None
) -> list[ShownCandidate]:
    """The candidates as a page shows them; a person deleted meanwhile is left out."""
    keys = [each.person_id for each in found]
    people = Person.objects.prefetch_related("names").in_bulk(keys)
    merges = proposed_merges([*keys, entered.pk]) if entered and keys else {}
    return [
        ShownCandidate(
            person,
            describe_names(person),
            describe_reasons(each.comparison),
            merges.get(frozenset((person.pk, entered.pk))) if entered else None,
        )
        for each in found
        if (person := people.get(each.person_id))
    ]


def describe_reasons(comparison: Comparison) -> list[str]:
    return [describe_reason(reason) for reason in comparison.reasons]


class PersonForm(RecordForm):
    """Refuses a new person once where others look alike; staff then say that none is the same.

    Refuses a name of somebody who was forgotten, where no reason goes with it into the history.
    """

    is_forgotten = False
    #: The people who look like a new person; empty for a person in the database.
    likely: list[Candidate] = []
    data: QueryDict

    def clean(self) -> Any:
        cleaned = super().clean()
        is_new = self.instance._state.adding
        self.is_forgotten = names_forgotten(self.data, None if is_new else self.instance)
        if self.is_forgotten and not self.data.get("reason", "").strip():
            self.add_error(None, FORGOTTEN)
        if not is_new:
            return cleaned
        self.likely = find_similar_people(read_description(self.data))
        seen = self.data.getlist(SEEN) if NONE_OF_THEM in self.data else []
        if any(str(each.person_id) not in seen for each in self.likely):
            self.add_error(
                None, _("Somebody like this is known already: see below, after the names.")
            )
        return cleaned

    def remember_denied(self, by: Account) -> None:
        """Never suggest again for this person those whom staff saw and denied."""
        reason = _("Seen and denied while this person was entered.")
        remember_entered_as_new(
            EnteredAsNew(self.instance.pk, each.person_id, by.pk, reason) for each in self.likely
        )
