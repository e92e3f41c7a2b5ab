-- Once shown and no longer: withdrawn, its time over, the consent ended, or merged into another.
SELECT l.id, l.reason, l.merged_into_id FROM people_lives l
WHERE l.reason IS NOT NULL
UNION ALL
SELECT t.record_id, 'other', NULL FROM publishing_tombstone t
WHERE t.table_name = 'people_person' AND t.was_public
