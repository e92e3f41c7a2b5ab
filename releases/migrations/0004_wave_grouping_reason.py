from django.db import migrations

from publishing.schema.operations import RenamePublishedField


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0003_built_by_unit"),
        ("releases", "0003_vocabularies"),
    ]

    operations = [
        RenamePublishedField("wave", f"choice_{language}", f"grouping_reason_{language}")
        for language in ("be", "ru", "en", "lt", "pl", "uk", "de")
    ]
