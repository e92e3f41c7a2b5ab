from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0009_expired_lists"),
        ("releases", "0005_unshown_count"),
        ("sources", "0003_web_addresses"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="intakelist",
            name="releases_intakelist_once_per_side",
        ),
        migrations.AddField(
            model_name="intakelist",
            name="expired_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="expired at"),
        ),
        migrations.AddConstraint(
            model_name="intakelist",
            constraint=models.UniqueConstraint(
                condition=models.Q(("expired_at__isnull", True)),
                fields=("side", "role", "checksum"),
                name="releases_intakelist_once_per_side",
                violation_error_message="This side of the wave has this list already.",
            ),
        ),
    ]
