import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0012_editions"),
    ]

    operations = [
        migrations.AddField(
            model_name="tombstone",
            name="marks",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.TextField(), default=list, size=None
            ),
        ),
    ]
