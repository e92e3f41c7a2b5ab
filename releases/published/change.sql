-- Kept for each row of releases_life_mentions.
-- In another order: change_backwards by moment DESC, id DESC.
-- Each record that is public or was, once, at the last moment that something public happened to it.
SELECT c.noun, c.id, c.change, c.moment, c.reason, c.merged_into_id
FROM (
    SELECT l.noun, l.id, l.reason, l.merged_into_id,
        coalesce(l.closed, greatest(l.opened, l.touched)) AS moment,
        CASE WHEN l.reason = 'merged' THEN 'merged'
            WHEN l.reason IS NOT NULL THEN 'withdrawn'
            WHEN l.touched > l.opened THEN 'updated'
            ELSE 'created' END AS change
    FROM (
        SELECT noun, id, opened, touched, closed, reason, merged_into_id FROM people_lives
        UNION ALL SELECT *, NULL FROM sources_lives
        UNION ALL SELECT *, NULL FROM support_lives
        UNION ALL SELECT *, NULL FROM releases_lives
    ) l
    -- While a record is erased, both stand for a moment.
    WHERE NOT EXISTS (SELECT FROM publishing_tombstone t WHERE t.record_id = l.id)
    UNION ALL
    SELECT nouns.noun, t.record_id,
        CASE WHEN nouns.noun IN ('people', 'releases', 'legs') THEN 'other' ELSE t.reason END,
        NULL, t.expunged_at, 'expunged'
    FROM publishing_tombstone t
    JOIN (VALUES
        ('people_person', 'people'), ('sources_organisation', 'organisations'),
        ('sources_source', 'sources'), ('support_programme', 'programmes'),
        ('releases_wave', 'waves'), ('releases_release', 'releases'),
        ('releases_claim', 'claims'), ('releases_contextevent', 'events'),
        ('releases_answer', 'answers'), ('releases_destination', 'destinations'),
        ('releases_leg', 'legs')
    ) AS nouns (table_name, noun) ON nouns.table_name = t.table_name
    WHERE t.was_public
) c
ORDER BY c.moment, c.id
