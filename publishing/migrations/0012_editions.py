import uuid

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0011_access_by_two"),
    ]

    operations = [
        migrations.CreateModel(
            name="Boundary",
            fields=[
                ("at", models.DateTimeField(primary_key=True, serialize=False)),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="ChangedRecord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("record_id", models.UUIDField()),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Edition",
            fields=[
                ("id", models.SmallIntegerField(default=1, primary_key=True, serialize=False)),
                ("name", models.UUIDField(default=uuid.uuid4)),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.RunSQL(
            "INSERT INTO publishing_edition (id, name) VALUES (1, gen_random_uuid())",
            migrations.RunSQL.noop,
        ),
    ]
