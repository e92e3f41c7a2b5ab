"""What the public door reads: models over the views of the schema `published`, and nothing else."""

from django.db import models

PUBLIC = "public"


class PublishedManager(models.Manager):
    """Reads through the public door, whatever alias the caller has in mind."""

    def get_queryset(self) -> models.QuerySet:
        return super().get_queryset().using(PUBLIC)


class Projection(models.Model):
    """A row as the public may see it now. Read-only: its view has no rows to write to."""

    id = models.UUIDField(primary_key=True)

    objects = PublishedManager()

    class Meta:
        abstract = True
        app_label = "published"
        managed = False
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.id)


def view(name: str) -> str:
    """The table name of a view; Django quotes it once around both words."""
    return f'published"."{name}'
