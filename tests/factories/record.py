"""What the factories of every room stand on."""

import factory
from factory.django import DjangoModelFactory

from publishing.enums import Role
from publishing.models import Account
from tests.accounts import account


def author() -> Account:
    """Who wrote every record of the tests; `published` has somebody else approve."""
    return account(Role.EDITOR)


class RecordFactory(DjangoModelFactory):
    class Meta:
        abstract = True

    created_by = factory.LazyFunction(author)


class CitationFactory(DjangoModelFactory):
    class Meta:
        abstract = True

    source = factory.SubFactory("tests.factories.sources.SourceFactory")
    excerpt = "the words"
