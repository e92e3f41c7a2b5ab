"""The key of what is kept ready is its noun and its id. All of it is written anew after migrations."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0014_ready_documents"),
    ]

    operations = [
        migrations.DeleteModel(name="ReadyDocument"),
        migrations.CreateModel(
            name="ReadyDocument",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "noun",
                        "id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("noun", models.CharField(max_length=20)),
                ("id", models.UUIDField()),
                (
                    "mentions",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), size=None
                    ),
                ),
                ("valid_until", models.DateTimeField()),
            ],
            options={
                "default_permissions": (),
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["mentions"], name="ready_document_mentions"
                    ),
                    models.Index(fields=["noun", "valid_until"], name="ready_document_valid_until"),
                    models.Index(fields=["id"], name="ready_document_id"),
                ],
            },
        ),
    ]
