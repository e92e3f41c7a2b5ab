import factory
from factory.django import DjangoModelFactory

from people.models import Import, ImportRow, SavedMapping
from tests.factories.record import author
from tests.factories.sources import OrganisationFactory, SourceFactory


class SavedMappingFactory(DjangoModelFactory):
    class Meta:
        model = SavedMapping

    title = factory.Sequence("Mapping {}".format)
    organisation = factory.SubFactory(OrganisationFactory)
    columns = {"Who": "name"}


class ImportFactory(DjangoModelFactory):
    class Meta:
        model = Import

    file_name = "list.csv"
    file_hash = factory.Sequence("{:064x}".format)
    format = "machine-export"
    scheme = "organisation"
    source = factory.SubFactory(SourceFactory)
    columns = [["name", "name"]]
    created_by = factory.LazyFunction(author)


class ImportRowFactory(DjangoModelFactory):
    class Meta:
        model = ImportRow

    listing = factory.SubFactory(ImportFactory)
    number = factory.Sequence(lambda number: number + 2)
    cells = ["Synthetic Somebody"]
