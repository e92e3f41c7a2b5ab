from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("publishing", "0009_expired_lists")]

    operations = [
        migrations.CreateModel(
            name="PublicMoment",
            fields=[
                ("row_id", models.UUIDField(primary_key=True, serialize=False)),
                ("shown_at", models.DateTimeField(null=True)),
                ("changed_at", models.DateTimeField(null=True)),
                ("hidden_at", models.DateTimeField(null=True)),
            ],
            options={"default_permissions": ()},
        ),
    ]
