"""The button that gives somebody who was named another record, under a pseudonym."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from people.persons.actions import cannot_show_under_pseudonym, show_under_pseudonym
from people.persons.models import Person
from publishing.admin.labels import get_admin_url
from publishing.admin.transitions import ReasonForm, Transition


class PseudonymForm(ReasonForm):
    pseudonym = forms.CharField(
        label=_("pseudonym"),
        max_length=Person._meta.get_field("pseudonym").max_length,
        help_text=_("Public, where the visibility is “by pseudonym”. Nothing that identifies."),
    )
    given_on = forms.DateField(
        label=_("Consent to the pseudonym given on"), help_text=_("Staff only.")
    )
    field_order = ("pseudonym", "given_on", "reason")


SHOW_UNDER_PSEUDONYM = Transition(
    _("Show under a pseudonym"),
    _(
        "This record is withdrawn at this second, and its address says that it is gone. A draft"
        " with another address carries the pseudonym. Only staff see that both are one person."
        " Dates and places that were public lead back to the name: do not enter them there."
    ),
    show_under_pseudonym,
    cannot_show_under_pseudonym,
    PseudonymForm,
    is_grave=True,
    is_urgent=True,
)


def list_other_records(person: Person) -> list[tuple[str, Any]]:
    """The addresses of the record under the name, or under the pseudonym, with words to each."""
    named = Person.objects.filter(pk=person.named_record)
    pseudonyms = Person.objects.filter(named_record=person.pk)
    return [
        *((get_admin_url(one), _("The record under the name, withdrawn")) for one in named),
        *((get_admin_url(one), _("The record under a pseudonym")) for one in pseudonyms),
    ]
