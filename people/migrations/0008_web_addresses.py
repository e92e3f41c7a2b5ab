from django.db import migrations, models

import publishing.constrained_fields


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0007_named_record"),
    ]

    operations = [
        migrations.AlterField(
            model_name="identifier",
            name="address",
            field=publishing.constrained_fields.WebAddressField(
                blank=True, help_text="Staff only.", max_length=500, verbose_name="address"
            ),
        ),
        migrations.AddConstraint(
            model_name="identifier",
            constraint=publishing.constrained_fields.WebAddressConstraint(
                condition=models.Q(("address__iregex", '^(https?://[^\\s<>\\"]+)?$')),
                name="people_identifier_address_is_of_a_page",
            ),
        ),
    ]
