"""Merges that are proposed and wait for somebody's decision."""

from collections.abc import Collection
from uuid import UUID

from people.persons.models import Person
from publishing.enums import ProposalState
from publishing.models import Proposal, ProposedChange


def proposed_merges(people: Collection[UUID]) -> dict[frozenset[UUID], Proposal]:
    """Of these people each pair whose merge is proposed, with an open proposal of it."""
    changes = ProposedChange.objects.filter(
        table_name=Person._meta.db_table,
        column_name=Person._meta.get_field("merged_into").column,
        row_id__in=people,
        proposal__record_id__in=people,
        proposal__state=ProposalState.OPEN,
    )
    return {
        frozenset((change.row_id, UUID(change.new))): change.proposal
        for change in changes.select_related("proposal").order_by("-proposal__made_at")
        if change.new  # an undo leads to nobody
    }
