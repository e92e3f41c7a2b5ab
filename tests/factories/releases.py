import uuid
from datetime import date

import factory
from factory.django import DjangoModelFactory

from releases.models import (
    Answer,
    AnswerCitation,
    AnswerFigure,
    AnswerWave,
    Claim,
    ClaimCitation,
    ClaimScope,
    ContextEvent,
    ContextEventCitation,
    DerivedTerm,
    Destination,
    EventLink,
    EventLinkCitation,
    Leg,
    LegCitation,
    Member,
    MemberCitation,
    Party,
    PartyCitation,
    Release,
    ReleaseCitation,
    ReleaseCondition,
    Side,
    Stage,
    StageCitation,
    Statement,
    StatementCitation,
    Sum,
    SumCitation,
    SumPart,
    UnshownCount,
    Wave,
    WaveCitation,
)
from tests.factories.people import PersonFactory
from tests.factories.record import CitationFactory, RecordFactory
from tests.factories.sources import OrganisationFactory, SpeakerFactory


class DestinationFactory(RecordFactory):
    class Meta:
        model = Destination

    code = factory.Sequence("place-{}".format)
    kind = "city"
    country = "LT"
    name_en = factory.Sequence("Place {}".format)


class WaveFactory(RecordFactory):
    class Meta:
        model = Wave

    slug = factory.Sequence("wave-{}".format)
    country = "BY"
    title_en = factory.Sequence("Wave {}".format)
    released_on = "2025-12-13"


class SideFactory(DjangoModelFactory):
    class Meta:
        model = Side

    wave = factory.SubFactory(WaveFactory)
    number = factory.Sequence(lambda n: n + 1)
    releasing = ("BY",)
    receiving = ("LT",)


class PartyFactory(DjangoModelFactory):
    class Meta:
        model = Party

    wave = factory.SubFactory(WaveFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    role = "mediator"


class MemberFactory(DjangoModelFactory):
    class Meta:
        model = Member

    side = factory.SubFactory(SideFactory)
    person = factory.SubFactory(PersonFactory)
    outcome = "freed"


class ReleaseFactory(RecordFactory):
    """A release outside any wave, or of `member`."""

    class Meta:
        model = Release

    person = factory.Maybe(
        "member",
        yes_declaration=factory.SelfAttribute("member.person"),
        no_declaration=factory.SubFactory(PersonFactory),
    )
    member = None
    released_on = "2025-12-13"


class ReleaseConditionFactory(DjangoModelFactory):
    class Meta:
        model = ReleaseCondition

    release = factory.SubFactory(ReleaseFactory)
    kind = "supervision"


class LegFactory(DjangoModelFactory):
    class Meta:
        model = Leg

    person = factory.SubFactory(PersonFactory)
    number = 1
    origin = factory.SubFactory(DestinationFactory)
    destination = factory.SubFactory(DestinationFactory)


class ContextEventFactory(RecordFactory):
    class Meta:
        model = ContextEvent

    code = factory.Sequence("event-{}".format)
    kind = "licence"
    title_en = factory.Sequence("Event {}".format)


class StageFactory(DjangoModelFactory):
    class Meta:
        model = Stage

    event = factory.SubFactory(ContextEventFactory)
    kind = "issued"
    on = "2025-12-15"


class EventLinkFactory(DjangoModelFactory):
    class Meta:
        model = EventLink

    event = factory.SubFactory(ContextEventFactory)
    wave = factory.SubFactory(WaveFactory)
    relation = "given_in_return"
    speaker = factory.SubFactory(SpeakerFactory)


class ClaimFactory(RecordFactory):
    """Somebody says that 123 people were released in a wave."""

    class Meta:
        model = Claim

    class Params:
        about_wave = True

    code = factory.Sequence("claim-{}".format)
    wave = factory.Maybe("about_wave", yes_declaration=factory.SubFactory(WaveFactory))
    measure = "released"
    low = high = 123
    speaker = factory.SubFactory(SpeakerFactory)
    said_on = "2025-12-13"


class DerivedClaimFactory(ClaimFactory):
    """A figure without a speaker, whose formula is still to be given."""

    mode = "derived"
    low = high = speaker = None


class ClaimScopeFactory(DjangoModelFactory):
    class Meta:
        model = ClaimScope

    claim = factory.SubFactory(ClaimFactory)
    dimension = "sex"
    value = "female"


class DerivedTermFactory(DjangoModelFactory):
    class Meta:
        model = DerivedTerm

    claim = factory.SubFactory(DerivedClaimFactory)
    term = factory.SubFactory(ClaimFactory)


class SumFactory(DjangoModelFactory):
    class Meta:
        model = Sum

    total = factory.SubFactory(ClaimFactory)


class SumPartFactory(DjangoModelFactory):
    class Meta:
        model = SumPart

    sum = factory.SubFactory(SumFactory)
    claim = factory.SubFactory(ClaimFactory)


class UnshownCountFactory(DjangoModelFactory):
    class Meta:
        model = UnshownCount

    wave_id = factory.LazyFunction(uuid.uuid4)
    people = 10
    counted_on = date(2026, 1, 1)


class StatementFactory(RecordFactory):
    class Meta:
        model = Statement

    wave = factory.SubFactory(WaveFactory)
    field = "names_disclosure"
    value_en = "All names are public."
    speaker = factory.SubFactory(SpeakerFactory)


class AnswerFactory(RecordFactory):
    class Meta:
        model = Answer

    slug = factory.Sequence("answer-{}".format)
    number = factory.Sequence(lambda n: n + 1)
    question_en = "How many?"
    body_en = "So many."
    answered_on = date(2026, 1, 1)


class AnswerFigureFactory(DjangoModelFactory):
    class Meta:
        model = AnswerFigure

    answer = factory.SubFactory(AnswerFactory)
    token = "released"
    claim = factory.SubFactory(ClaimFactory)


class AnswerWaveFactory(DjangoModelFactory):
    class Meta:
        model = AnswerWave

    answer = factory.SubFactory(AnswerFactory)
    wave = factory.SubFactory(WaveFactory)


class WaveCitationFactory(CitationFactory):
    class Meta:
        model = WaveCitation

    wave = factory.SubFactory(WaveFactory)


class PartyCitationFactory(CitationFactory):
    class Meta:
        model = PartyCitation

    party = factory.SubFactory(PartyFactory)


class MemberCitationFactory(CitationFactory):
    class Meta:
        model = MemberCitation

    member = factory.SubFactory(MemberFactory)


class ReleaseCitationFactory(CitationFactory):
    class Meta:
        model = ReleaseCitation

    release = factory.SubFactory(ReleaseFactory)


class LegCitationFactory(CitationFactory):
    class Meta:
        model = LegCitation

    leg = factory.SubFactory(LegFactory)


class ContextEventCitationFactory(CitationFactory):
    class Meta:
        model = ContextEventCitation

    event = factory.SubFactory(ContextEventFactory)


class StageCitationFactory(CitationFactory):
    class Meta:
        model = StageCitation

    stage = factory.SubFactory(StageFactory)


class EventLinkCitationFactory(CitationFactory):
    class Meta:
        model = EventLinkCitation

    link = factory.SubFactory(EventLinkFactory)


class ClaimCitationFactory(CitationFactory):
    class Meta:
        model = ClaimCitation

    claim = factory.SubFactory(ClaimFactory)


class SumCitationFactory(CitationFactory):
    class Meta:
        model = SumCitation

    sum = factory.SubFactory(SumFactory)


class StatementCitationFactory(CitationFactory):
    class Meta:
        model = StatementCitation

    statement = factory.SubFactory(StatementFactory)


class AnswerCitationFactory(CitationFactory):
    class Meta:
        model = AnswerCitation

    answer = factory.SubFactory(AnswerFactory)
