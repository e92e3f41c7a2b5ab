import uuid

from django.db import migrations, models
from django.db.models import F, Q


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0004_imports"),
    ]

    operations = [
        migrations.CreateModel(
            name="LikelyDuplicate",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("score", models.FloatField(verbose_name="likelihood")),
                ("found_at", models.DateTimeField(auto_now_add=True)),
                (
                    "first",
                    models.ForeignKey(
                        on_delete=models.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        on_delete=models.CASCADE, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "verbose_name": "likely duplicate",
                "verbose_name_plural": "likely duplicates",
                "default_permissions": ("view",),
                "indexes": [
                    models.Index(
                        models.OrderBy(F("score"), descending=True),
                        F("id"),
                        name="people_likely_by_score",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(first__lt=F("second")),
                        name="people_likelyduplicate_is_ordered",
                        violation_error_message="The pair is kept once, the smaller id first.",
                    ),
                    models.UniqueConstraint(
                        fields=("first", "second"),
                        name="people_likelyduplicate_once_per_pair",
                        violation_error_message="This pair was found already.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Uncompared",
            fields=[("person_id", models.UUIDField(primary_key=True, serialize=False))],
            options={"default_permissions": ()},
        ),
        # Everybody who is there already was never compared.
        migrations.RunSQL(
            "INSERT INTO people_uncompared (person_id) SELECT id FROM people_person",
            migrations.RunSQL.noop,
        ),
    ]
