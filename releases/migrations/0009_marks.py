from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("releases", "0008_member_help"),
    ]

    operations = [
        migrations.AddField(
            model_name="intakeline",
            name="reason",
            field=models.TextField(blank=True, verbose_name="reason"),
        ),
    ]
