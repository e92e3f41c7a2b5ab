import factory
from factory.django import DjangoModelFactory

from releases.models import IntakeCandidate, IntakeLine, IntakeList
from tests.factories.people import PersonFactory
from tests.factories.record import author
from tests.factories.releases import SideFactory
from tests.factories.sources import SourceFactory


class IntakeListFactory(DjangoModelFactory):
    class Meta:
        model = IntakeList

    side = factory.SubFactory(SideFactory)
    source = factory.SubFactory(SourceFactory)
    checksum = factory.Sequence("{:064x}".format)
    made_by = factory.LazyFunction(author)


class IntakeLineFactory(DjangoModelFactory):
    class Meta:
        model = IntakeLine

    intake = factory.SubFactory(IntakeListFactory)
    number = factory.Sequence(int)
    place = factory.SelfAttribute("number")
    text = factory.SelfAttribute("name")
    name = factory.Sequence("Synthetic Line {}".format)
    proposal = "new"


class IntakeCandidateFactory(DjangoModelFactory):
    class Meta:
        model = IntakeCandidate

    line = factory.SubFactory(IntakeLineFactory)
    person = factory.SubFactory(PersonFactory)
    rank = factory.Sequence(int)
    score = 0.9
