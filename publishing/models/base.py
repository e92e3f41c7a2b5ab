"""What every table of ours shares: an unguessable id, clean text and a history."""

import uuid
from typing import cast

from django.core.exceptions import ValidationError
from django.db import models

from publishing.derived import derived_fields
from publishing.text import clean_text


class BaseModel(models.Model):
    """A row whose every change is written to the history by a trigger."""

    #: Columns of moments at which time alone changes what is public of the row.
    boundaries: tuple[str, ...] = ()

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        # Admin logs keep str(row) for ever, so it must not name anybody.
        return f"{self._meta.verbose_name} {str(self.id)[:8]}"

    def clean_fields(self, exclude=None) -> None:
        """Bring text to NFC and refuse what nobody can see, field by field."""
        errors = {}
        follows = derived_fields(type(self))
        for field in self._meta.concrete_fields:
            if field in follows or field.name in (exclude or ()):
                continue
            value = getattr(self, field.attname)
            if not isinstance(value, str):
                continue
            try:
                setattr(self, field.attname, clean_text(value))
            except ValidationError as error:
                errors[field.name] = error
        if errors:
            raise ValidationError(errors)
        super().clean_fields(exclude=exclude)


class RecordPart(BaseModel):
    """A row that belongs to a record and is seen with it.

    `part_of` is the path of foreign keys to that record, such as `"custody__person"`.
    """

    part_of = ""
    #: Columns that one person may change even where the record is published.
    unguarded: tuple[str, ...] = ()
    #: A path whose value no two rows of one person share, such as `"side__wave"`.
    once_per_person = ""
    #: Whether only all rows of one person make sense together, as the legs of a journey.
    moves_as_one = False

    class Meta:
        abstract = True

    @classmethod
    def path(cls) -> list[models.ForeignKey]:
        """The foreign keys that lead to the record, nearest first."""
        keys: list[models.ForeignKey] = []
        model: type[models.Model] = cls
        for name in cls.part_of.split("__"):
            key = cast(models.ForeignKey, model._meta.get_field(name))
            keys.append(key)
            model = key.related_model
        return keys

    @property
    def record(self):
        """The record this row is seen with."""
        row = self
        for key in self.path():
            row = getattr(row, key.name)
        return row


class PrivateModel(BaseModel):
    """A row that no door but the staff's ever shows (domain rule 10)."""

    #: Who needs what, and how they are reached: no list of everything shows it.
    is_case_data = False

    class Meta:
        abstract = True
