from django.conf import settings
from django.db import migrations, models

import publishing.constrained_fields


class Migration(migrations.Migration):
    dependencies = [
        ("sources", "0003_web_addresses"),
        ("support", "0002_vocabularies"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="programme",
            name="donation_address",
            field=publishing.constrained_fields.WebAddressField(
                blank=True, help_text="Public.", max_length=500, verbose_name="where to give"
            ),
        ),
        migrations.AddConstraint(
            model_name="programme",
            constraint=publishing.constrained_fields.WebAddressConstraint(
                condition=models.Q(("donation_address__iregex", '^(https?://[^\\s<>\\"]+)?$')),
                name="support_programme_donation_address_is_of_a_page",
            ),
        ),
    ]
