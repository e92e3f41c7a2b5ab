from django.db import models


class PublicMoment(models.Model):
    """When an act last showed, changed or hid what readers see of a row that has an address.

    An act that readers see nothing of leaves no moment. What time alone does, such as the end of an
    embargo, is in no moment either: the views ask for it.
    """

    row_id = models.UUIDField(primary_key=True)
    shown_at = models.DateTimeField(null=True)
    changed_at = models.DateTimeField(null=True)
    hidden_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.row_id)[:8]
