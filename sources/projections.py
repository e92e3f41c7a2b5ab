"""Published organisations and sources (sources/published)."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from publishing.languages import Translated
from publishing.projections import Projection, PublicJSON, view_table


class PublishedOrganisation(Projection):
    """`hosts`: list of {host, kind}."""

    code = models.CharField()
    kind = models.CharField()
    country = models.CharField()
    name = Translated(models.CharField())
    abbreviation = models.CharField()
    about = Translated(models.TextField())
    website = models.CharField()
    risky_in = ArrayField(models.CharField())
    hosts = PublicJSON()
    updated_on = models.DateField()

    class Meta(Projection.Meta):
        db_table = view_table("organisation")


class PublishedSource(Projection):
    """`published_on`: a date as JSON; `remarks`: list of {kind, printed, reading, reason}."""

    asked_only = ("publisher_id", "published_sort")

    publisher_id = models.UUIDField(null=True)
    publisher = PublicJSON(null=True)
    title = models.CharField()
    language = models.CharField()
    kind = models.CharField()
    address = models.CharField()
    archived_address = models.CharField()
    archived_checksum = models.CharField()
    published_as_printed = models.CharField()
    published_on = PublicJSON(null=True)
    published_sort = models.DateField()
    retrieved_on = models.DateField(null=True)
    upstream_kind = models.CharField()
    upstream_id = models.UUIDField(null=True)
    remarks = PublicJSON()
    updated_on = models.DateField()

    class Meta(Projection.Meta):
        db_table = view_table("source")
