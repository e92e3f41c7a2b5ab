import factory
from factory.django import DjangoModelFactory

from support.models import (
    Assistance,
    Contact,
    Need,
    Programme,
    ProgrammeCitation,
    ProgrammeFunder,
)
from tests.factories.people import PersonFactory
from tests.factories.record import CitationFactory, RecordFactory
from tests.factories.sources import OrganisationFactory


class ProgrammeFactory(RecordFactory):
    class Meta:
        model = Programme

    code = factory.Sequence("programme-{}".format)
    organisation = factory.SubFactory(OrganisationFactory)
    name_en = factory.Sequence("Programme {}".format)


class ProgrammeFunderFactory(DjangoModelFactory):
    class Meta:
        model = ProgrammeFunder

    programme = factory.SubFactory(ProgrammeFactory)
    organisation = factory.SubFactory(OrganisationFactory)


class ProgrammeCitationFactory(CitationFactory):
    class Meta:
        model = ProgrammeCitation

    programme = factory.SubFactory(ProgrammeFactory)


class NeedFactory(DjangoModelFactory):
    class Meta:
        model = Need

    person = factory.SubFactory(PersonFactory)
    kind = "medical"


class AssistanceFactory(DjangoModelFactory):
    class Meta:
        model = Assistance

    need = factory.SubFactory(NeedFactory)
    programme = factory.SubFactory(ProgrammeFactory)


class ContactFactory(DjangoModelFactory):
    class Meta:
        model = Contact

    person = factory.SubFactory(PersonFactory)
    kind = "email"
    value = "somebody@host.example"
