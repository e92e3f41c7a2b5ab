-- On which records it depends what the feed of changes says of each, itself first. Of a journey and
-- of a custody all are asked: what hides one of somebody's may be the last that showed the others.
CREATE VIEW releases_life_mentions AS
SELECT r.id, r.mentioned_id
FROM (
    SELECT p.id, unnest(ARRAY[p.id, p.merged_into_id]) AS mentioned_id, p.state
    FROM people_person p
    UNION ALL SELECT o.id, o.id, o.state FROM sources_organisation o
    UNION ALL SELECT s.id, s.id, s.state FROM sources_source s
    UNION ALL SELECT p.id, p.id, p.state FROM support_programme p
    UNION ALL SELECT w.id, w.id, w.state FROM releases_wave w
    UNION ALL SELECT d.id, d.id, d.state FROM releases_destination d
    UNION ALL SELECT e.id, e.id, e.state FROM releases_contextevent e
    UNION ALL SELECT a.id, a.id, a.state FROM releases_answer a
    UNION ALL
    SELECT c.id, unnest(ARRAY[c.id, c.wave_id, s.wave_id, c.event_id, c.programme_id]), c.state
    FROM releases_claim c LEFT JOIN releases_side s ON s.id = c.side_id
    UNION ALL
    SELECT r.id, unnest(ARRAY[r.id, r.person_id, s.wave_id, other.id]), r.state
    FROM releases_release r
    JOIN releases_release other ON other.person_id = r.person_id
    LEFT JOIN releases_member m ON m.id = r.member_id
    LEFT JOIN releases_side s ON s.id = m.side_id
    UNION ALL
    SELECT l.id, unnest(ARRAY[l.id, l.person_id, l.wave_id, other.id]), p.state
    FROM releases_leg_stays l
    JOIN people_person p ON p.id = l.person_id
    LEFT JOIN releases_leg other ON other.person_id = l.person_id
    UNION ALL SELECT t.record_id, t.record_id, 'withdrawn' FROM publishing_tombstone t
) r
WHERE r.state IN ('published', 'withdrawn') AND r.mentioned_id IS NOT NULL;
