import django.contrib.postgres.fields
from django.contrib.postgres.indexes import GinIndex
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0008_web_addresses"),
    ]

    operations = [
        migrations.CreateModel(
            name="PublicName",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("person_id", models.UUIDField(db_index=True)),
                ("text", models.CharField()),
                ("given", models.CharField()),
                ("family", models.CharField()),
                ("script", models.CharField()),
                ("language", models.CharField()),
                (
                    "keys",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), size=None
                    ),
                ),
                ("keys_folded", models.TextField()),
            ],
            options={
                "default_permissions": (),
                "indexes": [
                    GinIndex(fields=["keys"], name="people_publicname_keys"),
                    GinIndex(
                        fields=["keys_folded"],
                        name="people_publicname_trigrams",
                        opclasses=["gin_trgm_ops"],
                    ),
                ],
            },
        ),
    ]
