from django.conf import settings
from django.db import migrations, models

import publishing.codes


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0009_public_name"),
        ("sources", "0003_web_addresses"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="import",
            name="people_import_one_open_plan_per_file",
        ),
        migrations.RemoveConstraint(
            model_name="import",
            name="people_import_state_is_known",
        ),
        migrations.AddConstraint(
            model_name="import",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ["applied", "expired"]), _negated=True),
                fields=("file_hash", "source", "format"),
                name="people_import_one_open_plan_per_file",
                violation_error_message="This file is being planned already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="import",
            constraint=publishing.codes.VocabularyConstraint(
                condition=models.Q(("state__in", ["read", "planned", "applied", "expired"])),
                name="people_import_state_is_known",
            ),
        ),
    ]
