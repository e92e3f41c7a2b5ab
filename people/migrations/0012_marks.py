from django.conf import settings
from django.db import migrations, models

import publishing.codes


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0011_visibility_shows_nothing"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="importrow",
            name="people_importrow_verdict_is_known",
        ),
        migrations.AddField(
            model_name="importrow",
            name="reason",
            field=models.TextField(blank=True, verbose_name="reason"),
        ),
        migrations.AddConstraint(
            model_name="importrow",
            constraint=publishing.codes.VocabularyConstraint(
                condition=models.Q(
                    (
                        "verdict__in",
                        [
                            "new",
                            "update",
                            "unchanged",
                            "likely_duplicate",
                            "held",
                            "conflict",
                            "error",
                            "skipped",
                            "",
                        ],
                    )
                ),
                name="people_importrow_verdict_is_known",
            ),
        ),
    ]
