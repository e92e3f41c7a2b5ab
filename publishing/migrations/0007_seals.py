import django.contrib.postgres.fields
from django.db import migrations, models

#: What was erased before tombstones kept its ids: what one transaction deleted and emptied.
TELL_WHAT_WAS_ERASED = """
UPDATE publishing_tombstone stone SET rows = ARRAY(
    SELECT DISTINCT entry.row_id FROM publishing_history entry
    WHERE entry.salt IS NULL AND entry.operation = 'delete' AND entry.transaction = (
        SELECT max(gone.transaction) FROM publishing_history gone
        WHERE gone.row_id = stone.record_id AND gone.operation = 'delete')
) WHERE rows = '{}';
INSERT INTO publishing_history
    (at, transaction, login, reason, table_name, row_id, operation, new, salt, commitment)
SELECT clock_timestamp(), pg_current_xact_id()::text::bigint, session_user, '',
    'publishing_tombstone', record_id, 'insert', to_jsonb(stone), gen_random_uuid(), ''
FROM publishing_tombstone stone;
"""

#: The reason is part of the commitment from now on.
COMMIT_TO_THE_REASON = """
UPDATE publishing_history
SET commitment = sha256(convert_to(jsonb_build_array(salt, reason, old, new)::text, 'UTF8'))
WHERE salt IS NOT NULL;
"""

SEAL_WHAT_STANDS = """
DO $$ DECLARE
    batch record;
    last bytea := '';
BEGIN
    FOR batch IN
        SELECT number, array_agg(id ORDER BY id) AS entries,
            array_agg(digest ORDER BY id) AS digests, string_agg(digest, '' ORDER BY id) AS all_of_it
        FROM (
            SELECT entry.id, (row_number() OVER (ORDER BY entry.id) - 1) / 10000 + 1 AS number,
                sha256(convert_to(jsonb_build_array(
                    entry.id, extract(epoch FROM entry.at), entry.transaction, entry.actor_id,
                    entry.login, entry.table_name, entry.row_id, entry.operation,
                    encode(entry.commitment, 'hex'))::text, 'UTF8')) AS digest
            FROM publishing_history entry
        ) digested
        GROUP BY number ORDER BY number
    LOOP
        last := sha256(last || int8send(batch.number) || batch.all_of_it);
        INSERT INTO publishing_seal VALUES (batch.number, batch.entries, batch.digests, last);
    END LOOP;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("publishing", "0006_login_attempts")]

    operations = [
        migrations.CreateModel(
            name="Seal",
            fields=[
                ("number", models.BigIntegerField(primary_key=True, serialize=False)),
                (
                    "entries",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), size=None
                    ),
                ),
                (
                    "digests",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BinaryField(), size=None
                    ),
                ),
                ("hash", models.BinaryField(max_length=32, null=True)),
            ],
            options={"default_permissions": ()},
        ),
        migrations.RunSQL(
            [TELL_WHAT_WAS_ERASED, COMMIT_TO_THE_REASON, SEAL_WHAT_STANDS],
            migrations.RunSQL.noop,
        ),
    ]
