from publishing.models.account import Account
from publishing.models.history import History
from publishing.models.proposal import Proposal, ProposedChange
from publishing.models.record import Record
from publishing.models.reference import ReferenceEntry
from publishing.models.row import Part, Private, Row
from publishing.models.tombstone import Tombstone

__all__ = [
    "Account",
    "History",
    "Part",
    "Private",
    "Proposal",
    "ProposedChange",
    "Record",
    "ReferenceEntry",
    "Row",
    "Tombstone",
]
