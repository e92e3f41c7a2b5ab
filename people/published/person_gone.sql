-- Once shown and no longer: withdrawn, its time over, the consent ended, or merged into another.
-- A bare UNION ALL would have no barrier: PostgreSQL plans its arms as if they stood outside.
SELECT g.id, g.reason, g.merged_into_id
FROM (
    SELECT l.id, l.reason, l.merged_into_id FROM people_lives l
    WHERE l.reason IS NOT NULL
    UNION ALL
    SELECT t.record_id, 'other', NULL FROM publishing_tombstone t
    WHERE t.table_name = 'people_person' AND t.was_public
) g
