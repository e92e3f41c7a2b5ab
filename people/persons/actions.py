"""What one person alone may do to somebody's record: take back what it shows."""

from datetime import date

from django.db.models import BooleanField, Func
from django.utils import timezone
from django.utils.translation import gettext as _

from people.persons.enums import FieldGroup, PersonVisibility
from people.persons.models import Consent, Person, PersonCitation
from publishing.actions import action, withdraw
from publishing.actions.public_moments import move_public_clocks
from publishing.actions.transaction import lock_row, refuse_if
from publishing.enums import Audience, State, WithdrawalReason
from publishing.models import Account
from publishing.rules import WRITERS


def cannot_withdraw_consent(consent: Consent, by: Account) -> str | None:
    if not by.has_role(*WRITERS):
        return _("Your account may not withdraw consents.")
    if consent.withdrawn_at and not _ended_with_a_merge(consent):
        return _("This consent was withdrawn already.")
    return None


def _ended_with_a_merge(consent: Consent) -> bool:
    """Whether the undo of a merge would revive it, unless its person takes it back themselves."""
    ended = consent.person.merges.filter(
        undone_at__isnull=True, moves__row_id=consent.pk, moves__column_name="withdrawn_at"
    )
    moment = Consent._meta.get_field("withdrawn_at")
    moments = ended.values_list("moves__new", flat=True)
    return any(moment.to_python(new) == consent.withdrawn_at for new in moments)


def withdraw_consent(consent: Consent, *, by: Account, reason: str) -> Consent:
    """Record that somebody takes their consent back; what it showed is hidden at this second."""
    with action(by=by, reason=reason):
        consent = lock_row(consent)
        refuse_if(cannot_withdraw_consent(consent, by))
        consent.withdrawn_at = timezone.now()
        with move_public_clocks([consent.person_id], at=consent.withdrawn_at):
            consent.save(update_fields=["withdrawn_at"])
        return consent


def cannot_show_under_pseudonym(person: Person, by: Account) -> str | None:
    if not by.has_role(*WRITERS):
        return _("Your account may not withdraw records.")
    if not _was_public_by_name(person):
        return _("Only somebody who was public under a name needs another record for a pseudonym.")
    if person.merged_into_id:
        return _("This record was merged into another one.")
    if Person.objects.filter(named_record=person.pk).exists():
        return _("There is a record under a pseudonym already.")
    return None


def _was_public_by_name(person: Person) -> bool:
    """Whether the guard of the database would refuse this record a pseudonym."""
    was = Func("pk", function="people_was_public_by_name", output_field=BooleanField())
    return Person.objects.filter(was, pk=person.pk).exists()


def show_under_pseudonym(
    person: Person, *, by: Account, pseudonym: str, given_on: date, reason: str
) -> Person:
    """Withdraw a record that showed a name, and draft another one under a pseudonym.

    The draft has the sources, which a record needs and no reader of a pseudonym sees. Names, places
    in waves, releases and legs stay with the withdrawn record: each has an id that was public.
    """
    with action(by=by, reason=reason):
        person = lock_row(person)
        refuse_if(cannot_show_under_pseudonym(person, by))
        if person.state == State.PUBLISHED:
            withdraw(person, by=by, reason=WithdrawalReason.OTHER, note=reason)
        drafted = Person.objects.create(
            created_by=by,
            visibility=PersonVisibility.PSEUDONYM,
            pseudonym=pseudonym,
            sex=person.sex,
            birth=person.birth,
            named_record=person.pk,
        )
        Consent.objects.create(
            person=drafted,
            field_group=FieldGroup.PSEUDONYM,
            audience=Audience.PUBLIC,
            given_on=given_on,
        )
        for source in person.citations.values_list("source_id", flat=True).distinct():
            PersonCitation.objects.create(person=drafted, source_id=source)
        return drafted
