from django.conf import settings
from django.db import migrations, models

import publishing.constrained_fields


class Migration(migrations.Migration):
    dependencies = [
        ("sources", "0002_vocabularies"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="organisation",
            name="website",
            field=publishing.constrained_fields.WebAddressField(
                blank=True, help_text="Public.", verbose_name="website"
            ),
        ),
        migrations.AlterField(
            model_name="source",
            name="address",
            field=publishing.constrained_fields.WebAddressField(
                blank=True,
                help_text="Public. The page itself.",
                max_length=1000,
                verbose_name="address",
            ),
        ),
        migrations.AlterField(
            model_name="source",
            name="archived_address",
            field=publishing.constrained_fields.WebAddressField(
                blank=True, help_text="Public.", max_length=1000, verbose_name="archived copy"
            ),
        ),
        migrations.AddConstraint(
            model_name="organisation",
            constraint=publishing.constrained_fields.WebAddressConstraint(
                condition=models.Q(("website__iregex", '^(https?://[^\\s<>\\"]+)?$')),
                name="sources_organisation_website_is_of_a_page",
            ),
        ),
        migrations.AddConstraint(
            model_name="source",
            constraint=publishing.constrained_fields.WebAddressConstraint(
                condition=models.Q(("address__iregex", '^(https?://[^\\s<>\\"]+)?$')),
                name="sources_source_address_is_of_a_page",
            ),
        ),
        migrations.AddConstraint(
            model_name="source",
            constraint=publishing.constrained_fields.WebAddressConstraint(
                condition=models.Q(("archived_address__iregex", '^(https?://[^\\s<>\\"]+)?$')),
                name="sources_source_archived_address_is_of_a_page",
            ),
        ),
    ]
