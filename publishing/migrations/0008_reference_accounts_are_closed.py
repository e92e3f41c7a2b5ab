from django.db import migrations, models

#: One may have been opened from the admin before there was a check.
CLOSE = """
UPDATE publishing_account SET is_active = false, is_staff = false, is_superuser = false,
    password = CASE WHEN password LIKE '!%' THEN password ELSE '!' || gen_random_uuid() END
WHERE username LIKE 'reference-%'
"""


class Migration(migrations.Migration):
    dependencies = [("publishing", "0007_seals")]

    operations = [
        migrations.RunSQL(CLOSE, migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name="account",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("username__startswith", "reference-"), _negated=True),
                    models.Q(
                        ("is_active", False),
                        ("is_staff", False),
                        ("is_superuser", False),
                        ("password__startswith", "!"),
                    ),
                    _connector="OR",
                ),
                name="publishing_account_of_reference_data_is_closed",
                violation_error_message="Nobody logs in with an account of the reference data.",
            ),
        ),
    ]
