import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

#: Who was a superuser is one of the administrators, and so needs a second one.
MAKE_ADMINISTRATORS = """
INSERT INTO publishing_account_groups (account_id, group_id)
SELECT account.id, role.id FROM publishing_account account, auth_group role
WHERE account.is_superuser AND account.is_active AND role.name = 'administrator'
ON CONFLICT DO NOTHING;
UPDATE publishing_account SET is_superuser = false WHERE is_superuser;
SET CONSTRAINTS ALL IMMEDIATE;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("publishing", "0010_public_moment"),
    ]

    operations = [
        migrations.CreateModel(
            name="AccessRequest",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("note", models.TextField(verbose_name="remark")),
                (
                    "asked_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="asked at"
                    ),
                ),
                ("given_at", models.DateTimeField(null=True, blank=True, verbose_name="given at")),
            ],
            options={
                "verbose_name": "request for access",
                "verbose_name_plural": "requests for access",
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        migrations.AlterField(
            model_name="account",
            name="is_active",
            field=models.BooleanField(
                default=False,
                help_text="One person closes an account. Two administrators open it.",
                verbose_name="open",
            ),
        ),
        migrations.RunSQL(MAKE_ADMINISTRATORS, migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name="account",
            constraint=models.CheckConstraint(
                condition=models.Q(("is_superuser", False)),
                name="publishing_account_is_no_superuser",
                violation_error_message="Nobody is a superuser: two administrators give roles.",
            ),
        ),
        migrations.AddField(
            model_name="accessrequest",
            name="account",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="account",
            ),
        ),
        migrations.AddField(
            model_name="accessrequest",
            name="asked_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="asked by",
            ),
        ),
        migrations.AddField(
            model_name="accessrequest",
            name="given_by",
            field=models.ForeignKey(
                null=True,
                blank=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="given by",
            ),
        ),
        migrations.AddField(
            model_name="accessrequest",
            name="role",
            field=models.ForeignKey(
                null=True,
                blank=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="auth.group",
                verbose_name="role",
            ),
        ),
        migrations.AddConstraint(
            model_name="accessrequest",
            constraint=models.UniqueConstraint(
                condition=models.Q(("given_at", None)),
                fields=("account", "role"),
                name="publishing_accessrequest_is_open_once",
                nulls_distinct=False,
                violation_error_message="Somebody asked for it already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="accessrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("given_at", None), ("given_by", None)),
                    models.Q(
                        ("given_at__isnull", False),
                        ("given_by__isnull", False),
                        models.Q(("given_by", models.F("asked_by")), _negated=True),
                        models.Q(("given_by", models.F("account")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="publishing_accessrequest_is_given_by_somebody_else",
                violation_error_message="Another administrator gives what one asked for.",
            ),
        ),
    ]
