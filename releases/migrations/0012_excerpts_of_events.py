from django.db import migrations, models

from publishing.schema.operations import WithoutGuards

MARK = """
UPDATE releases_contextevent e SET is_excerpt_translated = true
WHERE excerpt <> '' AND (
    SELECT NOT bool_or(s.language = e.excerpt_language)
    FROM releases_contexteventcitation c JOIN sources_source s ON s.id = c.source_id
    WHERE c.event_id = e.id)
"""


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0003_built_by_unit"),
        ("releases", "0011_strict_bounds"),
        ("sources", "0003_web_addresses"),
    ]

    operations = [
        migrations.AddField(
            model_name="contextevent",
            name="is_excerpt_translated",
            field=models.BooleanField(
                default=False,
                help_text="Public. The excerpt is not in the words of a source.",
                verbose_name="translated by us",
            ),
        ),
        WithoutGuards(["releases_contextevent"], [migrations.RunSQL(MARK, migrations.RunSQL.noop)]),
    ]
