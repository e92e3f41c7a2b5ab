import factory
from factory.django import DjangoModelFactory

from sources.models import Host, Organisation, Source, SourceRemark, Speaker
from tests.factories.record import RecordFactory


class OrganisationFactory(RecordFactory):
    class Meta:
        model = Organisation

    code = factory.Sequence("organisation-{}".format)
    kind = "human_rights_group"
    name_en = factory.Sequence("Organisation {}".format)


class HostFactory(DjangoModelFactory):
    class Meta:
        model = Host

    organisation = factory.SubFactory(OrganisationFactory)
    host = factory.Sequence("host-{}.example".format)
    kind = "main"


class SpeakerFactory(RecordFactory):
    class Meta:
        model = Speaker

    code = factory.Sequence("speaker-{}".format)
    kind = "organisation"
    organisation = factory.SubFactory(OrganisationFactory)
    name_en = factory.Sequence("Speaker {}".format)


class SourceFactory(RecordFactory):
    class Meta:
        model = Source

    publisher = factory.SubFactory(OrganisationFactory)
    title = factory.Sequence("Source {}".format)
    language = "en"
    kind = "news_article"
    address = factory.Sequence("https://host.example/{}".format)


class SourceRemarkFactory(DjangoModelFactory):
    class Meta:
        model = SourceRemark

    source = factory.SubFactory(SourceFactory)
    kind = "misprinted_figure"
    printed = "1,104"
