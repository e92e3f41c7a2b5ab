-- What a person's legs within a wave answer: where they were first taken, where they moved on
-- from and to, where they are now. Written `measure from:place to:place`.
CREATE VIEW releases_facts AS
WITH abroad AS (
    SELECT l.person_id, l.wave_id, o.code AS origin, d.code AS destination, l.kind,
        row_number() OVER (PARTITION BY l.person_id, l.wave_id ORDER BY l.number) AS nth,
        row_number() OVER (PARTITION BY l.person_id, l.wave_id ORDER BY l.number DESC) AS nth_last
    FROM releases_leg l
    JOIN releases_destination o ON o.id = l.origin_id
    JOIN releases_destination d ON d.id = l.destination_id
    WHERE l.wave_id IS NOT NULL
      AND l.kind NOT IN ('transfer_in_custody', 'return_to_custody', 'turned_back')
)
SELECT person_id, wave_id, unnest(CASE WHEN nth = 1
    THEN ARRAY['crossed to:' || destination, 'taken_to to:' || destination]
    ELSE ARRAY['moved_on from:' || origin || ' to:' || destination] END) AS fact
FROM abroad
UNION
SELECT person_id, wave_id, 'stayed_in to:' || destination FROM abroad WHERE nth_last = 1
UNION
SELECT person_id, wave_id, 'returned_to_custody' FROM releases_leg WHERE kind = 'return_to_custody';
