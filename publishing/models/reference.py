from django.db import models


class ReferenceEntry(models.Model):
    """A record that the shipped reference data brought in, and the values it came with.

    The loader finds what is already here by `key`, and tells by `values` what was edited since.
    """

    key = models.CharField(max_length=200, primary_key=True)
    table_name = models.CharField(max_length=63)
    record_id = models.UUIDField(unique=True)
    values = models.JSONField()
    loaded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.key
