"""What the public door reads: models over the views of the schema `published`, and nothing else."""

from typing import Any, ClassVar

import orjson
from django.db import models

PUBLIC = "public"


class PublicJSON(models.JSONField):
    """A column that a view gives as JSON. A page reads thousands, and orjson reads them at once."""

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        return orjson.loads(value) if isinstance(value, str) else value


class PublishedManager(models.Manager):
    """Reads through the public door, whatever alias the caller has in mind."""

    def get_queryset(self) -> models.QuerySet:
        return super().get_queryset().using(PUBLIC)


class Projection(models.Model):
    """A row as the public may see it now. Read-only: its view has no rows to write to."""

    #: The views that order its rows themselves, by the order that each has.
    ordered_views: ClassVar[dict[tuple[str, ...], str]] = {}
    #: The columns that rows are chosen and ordered by, and that no answer of the API shows.
    asked_only: ClassVar[tuple[str, ...]] = ()

    id = models.UUIDField(primary_key=True)

    objects = PublishedManager()

    class Meta:
        abstract = True
        app_label = "published"
        managed = False
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.id)

    def as_dict(self) -> dict[str, Any]:
        """The row by its columns: a page may show each of them, for all are public."""
        return {field.attname: getattr(self, field.attname) for field in self._meta.fields}


def view_table(name: str) -> str:
    """The table name of a view; Django quotes it once around both words."""
    return f'published"."{name}'


class Change(Projection):
    """The last thing that happened to a record that the public may see, or once could.

    `moment` orders changes and is shown to nobody: it tells when staff work. `reason` is null
    while the record is visible; `merged_into_id` is who stands in a merged person's place.
    """

    ordered_views = {("moment", "id"): "change", ("-moment", "-id"): "change_backwards"}

    noun = models.CharField()
    change = models.CharField()
    moment = models.DateTimeField()
    reason = models.CharField(null=True)
    merged_into_id = models.UUIDField(null=True)

    class Meta(Projection.Meta):
        db_table = view_table("change")


class Settled(models.Model):
    """One row: the moment before which no change can appear any more, however late it commits.

    It `is_quiet` while nobody acts: then all changes of the edition that stands are before it.
    """

    before = models.DateTimeField(primary_key=True)
    is_quiet = models.BooleanField()

    objects = PublishedManager()

    class Meta:
        app_label = "published"
        managed = False
        default_permissions = ()
        db_table = view_table("settled")

    def __str__(self) -> str:
        return str(self.before)
