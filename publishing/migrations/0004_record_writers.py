import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

#: The history knows who wrote what is in review while this runs. What a part refers to is taken
#: to be its record: one reviewer too many is kept from approving, and never one too few.
NOTE_WHO_WROTE_UNTIL_NOW = """
WITH RECURSIVE record_table (name) AS (
    SELECT table_name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'withdrawal_reason'
), written (id, account) AS (
    SELECT row_id, actor_id FROM publishing_history WHERE actor_id IS NOT NULL
    UNION
    SELECT referred.value::uuid, account
    FROM written
    JOIN publishing_history part ON part.row_id = written.id
        AND part.table_name NOT IN (SELECT name FROM record_table),
    jsonb_each_text(coalesce(part.new, part.old)) referred
    WHERE referred.key LIKE '%\\_id' AND referred.value ~ '^[0-9a-f]{8}-[0-9a-f-]{27}$'
)
INSERT INTO publishing_recordwriter (record_id, account_id)
SELECT DISTINCT written.id, account FROM written
JOIN publishing_history record ON record.row_id = written.id
WHERE record.table_name IN (SELECT name FROM record_table);
SET CONSTRAINTS ALL IMMEDIATE;
"""


class Migration(migrations.Migration):
    dependencies = [("publishing", "0003_built_by_unit")]

    operations = [
        migrations.CreateModel(
            name="RecordWriter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("record_id", models.UUIDField()),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("record_id", "account"),
                        name="publishing_recordwriter_is_noted_once",
                        violation_error_message="Who wrote a record is noted once.",
                    )
                ],
            },
        ),
        migrations.RunSQL(NOTE_WHO_WROTE_UNTIL_NOW, migrations.RunSQL.noop),
    ]
