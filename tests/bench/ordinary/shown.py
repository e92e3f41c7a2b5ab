"""Who may be seen, and how far, as conditions of the ORM."""

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, Now
from django.utils import timezone

from people.models import Consent, PublicRoleCitation
from people.persons.enums import FieldGroup, PersonVisibility
from publishing.enums import Audience, ProposalState, State
from publishing.models import Proposal, Record


def visible(path: str = "") -> Q:
    """The record itself, or the one that `path` leads to, is public now."""
    to = f"{path}__" if path else ""
    return (
        Q(**{f"{to}state": State.PUBLISHED})
        & (Q(**{f"{to}visible_from": None}) | Q(**{f"{to}visible_from__lte": Now()}))
        & (Q(**{f"{to}visible_until": None}) | Q(**{f"{to}visible_until__gt": Now()}))
        & (Q(**{f"{to}embargo_condition": ""}) | ~Q(**{f"{to}embargo_confirmed_at": None}))
    )


def is_visible(record: Record) -> bool:
    """The same of a record that has been read."""
    now = timezone.now()
    return (
        record.state == State.PUBLISHED
        and (record.visible_from is None or record.visible_from <= now)
        and (record.visible_until is None or record.visible_until > now)
        and (not record.embargo_condition or record.embargo_confirmed_at is not None)
    )


def agreed(group: FieldGroup) -> Exists:
    consents = Consent.objects.filter(
        person=OuterRef("pk"), field_group=group, audience=Audience.PUBLIC, withdrawn_at=None
    )
    return Exists(consents.filter(Q(expires_at=None) | Q(expires_at__gt=Now())))


def is_figure() -> Q:
    """Shown by name for a public role, whatever they agreed to."""
    roles = PublicRoleCitation.objects.filter(public_role__person=OuterRef("pk"))
    return Q(visibility=PersonVisibility.NAMED) & Q(Exists(roles))


def shown(people: QuerySet) -> QuerySet:
    """The people whom the public sees by name or pseudonym."""
    is_named = Q(visibility=PersonVisibility.NAMED)
    changes = Proposal.objects.filter(record_id=OuterRef("pk"), state=ProposalState.ACCEPTED)
    last = changes.order_by("-decided_at").values("decided_at")[:1]
    return people.filter(
        visible(),
        is_figure()
        | is_named & Q(agreed(FieldGroup.NAME))
        | Q(visibility=PersonVisibility.PSEUDONYM) & Q(agreed(FieldGroup.PSEUDONYM)),
        merged_into=None,
    ).annotate(
        shows_custody=is_figure() | Q(agreed(FieldGroup.CUSTODY)),
        changed_at=Coalesce(Subquery(last), "published_at"),
    )
