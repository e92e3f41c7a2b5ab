import uuid
from datetime import timedelta

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from publishing.models import (
    AccessRequest,
    Account,
    Boundary,
    ChangedRecord,
    Edition,
    ExpungeRequest,
    History,
    LoginAttempts,
    Proposal,
    ProposedChange,
    PublicMoment,
    ReadyDocument,
    RecordWriter,
    ReferenceEntry,
    Seal,
    Tombstone,
)
from tests.factories.record import author


class AccessRequestFactory(DjangoModelFactory):
    class Meta:
        model = AccessRequest

    account = factory.SubFactory("tests.factories.publishing.AccountFactory")
    note = "She is new."
    asked_by = factory.LazyFunction(author)


class AccountFactory(DjangoModelFactory):
    class Meta:
        model = Account

    username = factory.Sequence("account-{}".format)


class ExpungeRequestFactory(DjangoModelFactory):
    class Meta:
        model = ExpungeRequest

    table_name = "people_person"
    record_id = factory.LazyFunction(uuid.uuid4)
    reason = "other"
    note = "They asked."
    asked_by = factory.LazyFunction(author)


class LoginAttemptsFactory(DjangoModelFactory):
    class Meta:
        model = LoginAttempts

    key = factory.Sequence("name-{}".format)
    since = factory.LazyFunction(timezone.now)


class HistoryFactory(DjangoModelFactory):
    class Meta:
        model = History

    at = factory.LazyFunction(timezone.now)
    transaction = 1
    login = "tracker_app"
    table_name = "people_person"
    row_id = factory.LazyFunction(uuid.uuid4)
    operation = "insert"
    commitment = b"0" * 32


class ProposalFactory(DjangoModelFactory):
    class Meta:
        model = Proposal

    table_name = "people_person"
    record_id = factory.LazyFunction(uuid.uuid4)
    reason = "Because."
    made_by = factory.LazyFunction(author)


class ProposedChangeFactory(DjangoModelFactory):
    class Meta:
        model = ProposedChange

    proposal = factory.SubFactory(ProposalFactory)
    table_name = "people_person"
    row_id = factory.LazyFunction(uuid.uuid4)
    operation = "update"
    column_name = "note"


class PublicMomentFactory(DjangoModelFactory):
    class Meta:
        model = PublicMoment

    row_id = factory.LazyFunction(uuid.uuid4)


class RecordWriterFactory(DjangoModelFactory):
    class Meta:
        model = RecordWriter

    record_id = factory.LazyFunction(uuid.uuid4)
    account = factory.LazyFunction(author)


class ReferenceEntryFactory(DjangoModelFactory):
    class Meta:
        model = ReferenceEntry

    key = factory.Sequence("entry-{}".format)
    table_name = "people_person"
    record_id = factory.LazyFunction(uuid.uuid4)
    values = factory.Dict({})


class EditionFactory(DjangoModelFactory):
    class Meta:
        model = Edition
        django_get_or_create = ("id",)

    id = 1


class BoundaryFactory(DjangoModelFactory):
    class Meta:
        model = Boundary

    at = factory.Sequence(lambda n: timezone.now() + timedelta(days=n))


class ReadyDocumentFactory(DjangoModelFactory):
    class Meta:
        model = ReadyDocument

    id = factory.LazyFunction(uuid.uuid4)
    noun = "wave"
    mentions = factory.List([])
    valid_until = factory.LazyFunction(timezone.now)


class ChangedRecordFactory(DjangoModelFactory):
    class Meta:
        model = ChangedRecord

    record_id = factory.LazyFunction(uuid.uuid4)


class SealFactory(DjangoModelFactory):
    class Meta:
        model = Seal

    number = factory.Sequence(lambda n: 1_000_000 + n)
    entries = factory.List([])
    digests = factory.List([])


class TombstoneFactory(DjangoModelFactory):
    class Meta:
        model = Tombstone

    record_id = factory.LazyFunction(uuid.uuid4)
    table_name = "people_person"
    reason = "other"
    was_public = True
    expunged_at = factory.LazyFunction(timezone.now)
    expunged_by = factory.LazyFunction(author)
