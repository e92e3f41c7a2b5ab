-- What a person's legs within a wave answer: where they were first taken abroad, where they moved
-- on from and to, where they are now. Written `measure from:place to:place`. A place that the
-- public may not see is not known here, nor which border lies before it.
CREATE VIEW releases_facts AS
WITH moves AS NOT MATERIALIZED (  -- so that who asks for one person does not read all legs
    SELECT l.person_id, l.wave_id, l.number, o.code AS origin, d.code AS destination,
        max(l.number) OVER journey AS last_number,
        min(l.number) FILTER (WHERE o.country <> d.country) OVER journey AS crossing_number
    FROM releases_leg l
    LEFT JOIN releases_destination o ON o.id = l.origin_id AND visible(o)
    LEFT JOIN releases_destination d ON d.id = l.destination_id AND visible(d)
    WHERE l.wave_id IS NOT NULL
      AND l.kind NOT IN ('transfer_in_custody', 'return_to_custody', 'turned_back')
    WINDOW journey AS (PARTITION BY l.person_id, l.wave_id)
)
SELECT person_id, wave_id,
    unnest(ARRAY['crossed to:' || destination, 'taken_to to:' || destination]) AS fact
FROM moves WHERE number = crossing_number
UNION
SELECT person_id, wave_id,
    'moved_on' || coalesce(' from:' || origin, '') || coalesce(' to:' || destination, '')
FROM moves WHERE number > crossing_number
UNION
SELECT person_id, wave_id, 'stayed_in' || coalesce(' to:' || destination, '')
FROM moves WHERE number = last_number
UNION
SELECT person_id, wave_id, 'returned_to_custody' FROM releases_leg WHERE kind = 'return_to_custody';
