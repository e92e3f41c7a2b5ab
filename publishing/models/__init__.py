from publishing.models.access_request import AccessRequest
from publishing.models.account import Account
from publishing.models.base import BaseModel, PrivateModel, RecordPart
from publishing.models.edition import Boundary, ChangedRecord, Edition
from publishing.models.expunge_request import ExpungeRequest
from publishing.models.history import History
from publishing.models.login_attempts import LoginAttempts
from publishing.models.proposal import Proposal, ProposedChange
from publishing.models.public_moment import PublicMoment
from publishing.models.ready_document import ReadyDocument
from publishing.models.record import Record
from publishing.models.reference import ReferenceEntry
from publishing.models.seal import Seal
from publishing.models.tombstone import Tombstone
from publishing.models.writer import RecordWriter

__all__ = [
    "AccessRequest",
    "Account",
    "BaseModel",
    "Boundary",
    "ChangedRecord",
    "Edition",
    "ExpungeRequest",
    "History",
    "LoginAttempts",
    "PrivateModel",
    "Proposal",
    "ProposedChange",
    "PublicMoment",
    "ReadyDocument",
    "Record",
    "RecordPart",
    "RecordWriter",
    "ReferenceEntry",
    "Seal",
    "Tombstone",
]
