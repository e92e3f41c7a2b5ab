from django.contrib.postgres.fields import ArrayField
from django.db import models

from publishing.languages import Translated
from publishing.projections import Projection, PublicJSON, view_table


class PublishedEvent(Projection):
    """`stages`: list of {kind, on, speaker, note, sources}; `links`: list of {wave, slug, title,
    relation, is_denied, speaker, sources}."""

    asked_only = ("wave_ids", "began_on")

    kind = models.CharField()
    title = Translated(models.CharField())
    summary = Translated(models.TextField())
    country = models.CharField()
    speaker = PublicJSON(null=True)
    excerpt = models.CharField()
    excerpt_language = models.CharField()
    is_excerpt_translated = models.BooleanField()
    stages = PublicJSON()
    links = PublicJSON()
    wave_ids = ArrayField(models.UUIDField())
    began_on = models.DateField()
    sources = PublicJSON()
    unsourced_since = models.DateField(null=True)
    updated_on = models.DateField()

    class Meta(Projection.Meta):
        db_table = view_table("event")


class PublishedStatement(Projection):
    """What somebody says about one field of one visible thing, and our verdict on it."""

    person_id = models.UUIDField(null=True)
    release_id = models.UUIDField(null=True)
    leg_id = models.UUIDField(null=True)
    wave_id = models.UUIDField(null=True)
    event_id = models.UUIDField(null=True)
    source_id = models.UUIDField(null=True)
    field = models.CharField()
    value = Translated(models.CharField())
    printed = models.CharField()
    speaker = PublicJSON(null=True)
    said_on = PublicJSON(null=True)
    said_sort = models.DateField()
    standing = models.CharField()
    verdict = models.CharField()
    verdict_reason = Translated(models.CharField())
    sources = PublicJSON()
    unsourced_since = models.DateField(null=True)
    updated_on = models.DateField()

    class Meta(Projection.Meta):
        db_table = view_table("statement")


class PublishedAnswer(Projection):
    """`figures`: claim id by token; `waves`: list of {id, slug, title}."""

    slug = models.CharField()
    number = models.IntegerField()
    question = Translated(models.CharField())
    body = Translated(models.TextField())
    answered_on = models.DateField()
    figures = PublicJSON()
    waves = PublicJSON()
    sources = PublicJSON()
    unsourced_since = models.DateField(null=True)
    updated_on = models.DateField()

    class Meta(Projection.Meta):
        db_table = view_table("answer")
