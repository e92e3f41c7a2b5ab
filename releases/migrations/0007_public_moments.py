from django.db import migrations

#: Until now a clock moved with every accepted proposal. What readers were told stays told: each
#: record, and each leg and release with its person, keeps the moment that it had.
KEEP_WHAT_WAS_TOLD = """
INSERT INTO publishing_publicmoment (row_id, changed_at, hidden_at)
WITH decided AS (
    SELECT q.id, q.record_id, q.decided_at FROM publishing_proposal q WHERE q.state = 'accepted'
), changed AS (
    SELECT record_id AS id, decided_at AS at FROM decided
    WHERE EXISTS (
        SELECT FROM publishing_proposedchange c WHERE c.proposal_id = decided.id
        AND c.table_name NOT IN ('releases_member', 'releases_membercitation'))
    UNION ALL
    SELECT person_id, least(withdrawn_at, expires_at) FROM people_consent
    WHERE audience = 'public' AND least(withdrawn_at, expires_at) <= now()
    UNION ALL
    SELECT absorbed_id, undone_at FROM people_merge
), hidden AS (
    SELECT q.record_id AS id, q.decided_at AS at, c.table_name, c.old #>> '{}' AS word
    FROM decided q JOIN publishing_proposedchange c ON c.proposal_id = q.id
    WHERE c.column_name = 'visibility' AND c.old <> '"count_only"'
       OR c.operation = 'delete' AND c.table_name IN (
           'people_consent', 'people_publicrole', 'people_publicrolecitation')
), belonging AS (
    SELECT id, person_id, 'custody' AS field_group FROM releases_release
    UNION ALL SELECT id, person_id, 'journey' FROM releases_leg
), told AS (
    SELECT id, at AS changed_at, NULL::timestamptz AS hidden_at FROM changed
    UNION ALL
    SELECT b.id, c.at, NULL FROM belonging b JOIN changed c ON c.id = b.person_id
    UNION ALL
    SELECT id, NULL, at FROM hidden
    UNION ALL
    SELECT b.id, NULL, h.at FROM belonging b JOIN hidden h ON h.id = b.person_id
    WHERE h.table_name = 'people_publicrolecitation' OR h.word = b.field_group
    UNION ALL
    SELECT c.row_id, NULL, q.decided_at FROM decided q
    JOIN publishing_proposedchange c ON c.proposal_id = q.id
    WHERE c.table_name = 'releases_leg' AND c.operation <> 'insert'
      AND c.column_name IN ('person_id', 'wave_id')
)
SELECT id, max(changed_at), max(hidden_at) FROM told GROUP BY id
"""


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0010_public_moment"),
        ("people", "0010_expired_lists"),
        ("releases", "0006_expired_lists"),
    ]

    operations = [migrations.RunSQL(KEEP_WHAT_WAS_TOLD, migrations.RunSQL.noop)]
