import uuid
from datetime import date

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from people.models import (
    Charge,
    Citizenship,
    CitizenshipCitation,
    Consent,
    CriminalArticle,
    Custody,
    CustodyCitation,
    Facility,
    Identifier,
    LikelyDuplicate,
    Merge,
    Move,
    Name,
    NameCitation,
    NotTheSame,
    Person,
    PersonCategory,
    PersonCitation,
    Placement,
    PublicName,
    PublicRole,
    PublicRoleCitation,
    Recognition,
    RecognitionCitation,
    Sentence,
    Uncompared,
)
from tests.factories.record import CitationFactory, RecordFactory, author
from tests.factories.sources import OrganisationFactory


class PersonFactory(RecordFactory):
    """Somebody who is only counted; with `named=True` somebody who agreed to be named."""

    class Meta:
        model = Person
        skip_postgeneration_save = True

    class Params:
        named = factory.Trait(
            consent=factory.RelatedFactory(
                "tests.factories.people.ConsentFactory", factory_related_name="person"
            ),
            name=factory.RelatedFactory(
                "tests.factories.people.NameFactory", factory_related_name="person"
            ),
            visibility="named",
        )


class NameFactory(DjangoModelFactory):
    class Meta:
        model = Name

    person = factory.SubFactory(PersonFactory)
    text = factory.Sequence("Імя {}".format)
    language = "be"


class IdentifierFactory(DjangoModelFactory):
    class Meta:
        model = Identifier

    person = factory.SubFactory(PersonFactory)
    scheme = "a-list"
    value = factory.Sequence(str)


class CitizenshipFactory(DjangoModelFactory):
    class Meta:
        model = Citizenship

    person = factory.SubFactory(PersonFactory)
    country = "BY"


class PersonCategoryFactory(DjangoModelFactory):
    class Meta:
        model = PersonCategory

    person = factory.SubFactory(PersonFactory)
    category = "journalist_and_media"


class ConsentFactory(DjangoModelFactory):
    class Meta:
        model = Consent

    person = factory.SubFactory(PersonFactory)
    field_group = "name"
    audience = "public"
    given_on = date(2026, 1, 1)


class PublicRoleFactory(DjangoModelFactory):
    class Meta:
        model = PublicRole

    person = factory.SubFactory(PersonFactory)
    title_en = "Candidate for president"


class CustodyFactory(DjangoModelFactory):
    class Meta:
        model = Custody

    person = factory.SubFactory(PersonFactory)
    started = "2021-05"


class FacilityFactory(RecordFactory):
    class Meta:
        model = Facility

    code = factory.Sequence("facility-{}".format)
    kind = "penal_colony"
    country = "BY"


class PlacementFactory(DjangoModelFactory):
    class Meta:
        model = Placement

    custody = factory.SubFactory(CustodyFactory)
    facility = factory.SubFactory(FacilityFactory)


class CriminalArticleFactory(RecordFactory):
    class Meta:
        model = CriminalArticle

    country = "BY"
    code_name = "criminal-code"
    article = factory.Sequence(str)


class ChargeFactory(DjangoModelFactory):
    class Meta:
        model = Charge

    person = factory.SubFactory(PersonFactory)
    article = factory.SubFactory(CriminalArticleFactory)


class SentenceFactory(DjangoModelFactory):
    class Meta:
        model = Sentence

    person = factory.SubFactory(PersonFactory)


class RecognitionFactory(DjangoModelFactory):
    class Meta:
        model = Recognition

    person = factory.SubFactory(PersonFactory)
    organisation = factory.SubFactory(OrganisationFactory)


class MergeFactory(DjangoModelFactory):
    class Meta:
        model = Merge

    survivor = factory.SubFactory(PersonFactory)
    absorbed = factory.SubFactory(PersonFactory)
    reason = "The same day of birth and the same sentence."
    decided_at = factory.LazyFunction(timezone.now)
    decided_by = factory.LazyFunction(author)


class MoveFactory(DjangoModelFactory):
    class Meta:
        model = Move

    merge = factory.SubFactory(MergeFactory)
    table_name = "people_name"
    row_id = factory.LazyFunction(uuid.uuid4)
    column_name = "person_id"


class NotTheSameFactory(DjangoModelFactory):
    """Two people; whichever is given, the smaller id comes first."""

    class Meta:
        model = NotTheSame

    first = factory.SubFactory(PersonFactory)
    second = factory.SubFactory(PersonFactory)
    decided_at = factory.LazyFunction(timezone.now)
    decided_by = factory.LazyFunction(author)

    @classmethod
    def _create(cls, model_class, *args, first, second, **kwargs):
        first, second = sorted((first, second), key=lambda person: person.pk)
        return super()._create(model_class, *args, first=first, second=second, **kwargs)


class LikelyDuplicateFactory(NotTheSameFactory):
    """Two people, as above, and nobody who decided."""

    class Meta:
        model = LikelyDuplicate
        exclude = ("decided_at", "decided_by")

    score = 0.9


class PublicNameFactory(DjangoModelFactory):
    class Meta:
        model = PublicName

    id = factory.LazyFunction(uuid.uuid4)
    person_id = factory.LazyFunction(uuid.uuid4)
    text = given = family = script = language = keys_folded = "x"
    keys: tuple[str, ...] = ()


class UncomparedFactory(DjangoModelFactory):
    class Meta:
        model = Uncompared

    person_id = factory.LazyFunction(uuid.uuid4)


class PersonCitationFactory(CitationFactory):
    class Meta:
        model = PersonCitation

    person = factory.SubFactory(PersonFactory)


class NameCitationFactory(CitationFactory):
    class Meta:
        model = NameCitation

    name = factory.SubFactory(NameFactory)


class CitizenshipCitationFactory(CitationFactory):
    class Meta:
        model = CitizenshipCitation

    citizenship = factory.SubFactory(CitizenshipFactory)


class CustodyCitationFactory(CitationFactory):
    class Meta:
        model = CustodyCitation

    custody = factory.SubFactory(CustodyFactory)


class RecognitionCitationFactory(CitationFactory):
    class Meta:
        model = RecognitionCitation

    recognition = factory.SubFactory(RecognitionFactory)


class PublicRoleCitationFactory(CitationFactory):
    class Meta:
        model = PublicRoleCitation

    public_role = factory.SubFactory(PublicRoleFactory)
