"""Published programmes of help (support/published)."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from publishing.languages import Translated
from publishing.projections import Projection, PublicJSON, view_table


class PublishedProgramme(Projection):
    """`organisation` and each of `funders`: {id, code, name by language, …}."""

    asked_only = ("organisation_id",)

    code = models.CharField()
    organisation_id = models.UUIDField(null=True)
    organisation = PublicJSON(null=True)
    name = Translated(models.CharField())
    about = Translated(models.TextField())
    kinds_of_help = ArrayField(models.TextField())
    countries = ArrayField(models.TextField())
    languages = models.CharField()
    public_contact = models.CharField()
    donation_address = models.CharField()
    funders = PublicJSON()
    sources = PublicJSON()
    unsourced_since = models.DateField(null=True)
    updated_on = models.DateField()

    class Meta(Projection.Meta):
        db_table = view_table("programme")
