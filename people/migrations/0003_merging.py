import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q

BY = {"on_delete": django.db.models.deletion.PROTECT, "related_name": "+"}
PERSON = {"on_delete": django.db.models.deletion.CASCADE, "related_name": "+"}


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("people", "0002_name_keys"),
    ]

    operations = [
        migrations.AlterField(
            "merge",
            "survivor",
            models.ForeignKey(to="people.person", **PERSON | {"related_name": "merges"}),
        ),
        migrations.AlterField("merge", "absorbed", models.ForeignKey(to="people.person", **PERSON)),
        migrations.CreateModel(
            name="Move",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("table_name", models.CharField(editable=False, max_length=63)),
                ("row_id", models.UUIDField(db_index=True, editable=False)),
                ("column_name", models.CharField(editable=False, max_length=63)),
                ("old", models.JSONField(editable=False, null=True)),
                ("new", models.JSONField(editable=False, null=True)),
                (
                    "merge",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="moves",
                        to="people.merge",
                    ),
                ),
            ],
            options={
                "verbose_name": "row of a merge",
                "verbose_name_plural": "rows of a merge",
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("merge", "row_id", "column_name"),
                        name="people_move_once_per_column",
                        violation_error_message="A merge changes each column once.",
                    )
                ],
            },
        ),
        migrations.AddField(
            "notthesame", "taken_back_at", models.DateTimeField(blank=True, null=True)
        ),
        migrations.AddField(
            "notthesame",
            "taken_back_by",
            models.ForeignKey(blank=True, null=True, to=settings.AUTH_USER_MODEL, **BY),
        ),
        migrations.RemoveConstraint("notthesame", "people_notthesame_once_per_pair"),
        migrations.AddConstraint(
            "notthesame",
            models.UniqueConstraint(
                fields=("first", "second"),
                condition=Q(taken_back_at__isnull=True),
                name="people_notthesame_once_per_pair",
                violation_error_message="This was decided already.",
            ),
        ),
        migrations.AddConstraint(
            "notthesame",
            models.CheckConstraint(
                condition=Q(("taken_back_at__isnull", True), ("taken_back_by__isnull", True))
                | Q(("taken_back_at__isnull", False), ("taken_back_by__isnull", False)),
                name="people_notthesame_taken_back_at_and_by",
                violation_error_message="A moment and the account that acted go together.",
            ),
        ),
    ]
