-- When each wave, claim, release … became public, changed and ceased to be. What is public only
-- with something else opens with the later of the two and closes with the earlier.
CREATE VIEW releases_lives AS
life(waves, releases_wave)
UNION ALL life(destinations, releases_destination)
UNION ALL life(events, releases_contextevent)
UNION ALL life(answers, releases_answer)
UNION ALL
SELECT l.noun, l.id, greatest(l.opened, about.opened), l.touched, least(l.closed, about.closed),
    CASE WHEN least(l.closed, about.closed) IS NOT NULL THEN coalesce(l.reason, 'other') END
FROM (life(claims, releases_claim)) l
JOIN releases_claim c ON c.id = l.id
LEFT JOIN releases_side s ON s.id = c.side_id
JOIN LATERAL (
    SELECT '-infinity'::timestamptz AS opened, NULL::timestamptz AS closed WHERE c.country <> ''
    UNION ALL
    SELECT a.opened, a.closed FROM (life(waves, releases_wave)) a
    WHERE a.id = coalesce(c.wave_id, s.wave_id)
    UNION ALL
    SELECT a.opened, a.closed FROM (life(events, releases_contextevent)) a WHERE a.id = c.event_id
    UNION ALL
    SELECT a.opened, a.closed FROM support_lives a WHERE a.id = c.programme_id
) about ON true
WHERE coalesce(least(l.closed, about.closed), 'infinity') > greatest(l.opened, about.opened)
UNION ALL
-- A release is shown as far as its person's custody and its wave are; their journey shows more of it.
SELECT l.noun, l.id, life.opened, greatest(l.touched, who.lapsed), until.closed,
    CASE WHEN until.closed IS NOT NULL THEN 'other' END
FROM (life(releases, releases_release)) l
JOIN releases_release r ON r.id = l.id
LEFT JOIN publishing_publicmoment moment ON moment.row_id = r.id
-- LIMIT has it asked of one person after another, so that one address costs one of them.
CROSS JOIN LATERAL (
    SELECT * FROM releases_group_lives g
    WHERE g.person_id = r.person_id AND g.field_group = 'custody' LIMIT 1
) who
LEFT JOIN releases_member m ON m.id = r.member_id
LEFT JOIN releases_side s ON s.id = m.side_id
LEFT JOIN (life(waves, releases_wave)) wave ON wave.id = s.wave_id
CROSS JOIN LATERAL (SELECT greatest(l.opened, who.opened, wave.opened) AS opened) life
CROSS JOIN LATERAL (
    SELECT CASE WHEN moment.hidden_at > life.opened THEN moment.hidden_at
        ELSE least(l.closed, who.closed, wave.closed) END AS closed
) until
WHERE (r.member_id IS NULL OR wave.id IS NOT NULL)
  AND coalesce(until.closed, 'infinity') > life.opened
UNION ALL
-- A leg is shown as far as its person's journey and its wave are. Of several places that it had,
-- the last one tells.
(SELECT DISTINCT ON (leg.id) 'legs' AS noun, leg.id, life.opened, moment.changed_at, until.closed,
    CASE WHEN until.closed IS NOT NULL THEN 'other' END
FROM releases_leg_stays leg
LEFT JOIN publishing_publicmoment moment ON moment.row_id = leg.id
CROSS JOIN LATERAL (
    SELECT * FROM releases_group_lives g
    WHERE g.person_id = leg.person_id AND g.field_group = 'journey' LIMIT 1
) who
LEFT JOIN (life(waves, releases_wave)) wave ON wave.id = leg.wave_id
CROSS JOIN LATERAL (
    SELECT greatest(who.opened, leg.came_at, wave.opened,
        CASE WHEN leg.left_at IS NULL THEN moment.shown_at END) AS opened
) life
CROSS JOIN LATERAL (
    SELECT CASE WHEN moment.hidden_at > life.opened THEN moment.hidden_at
        ELSE least(who.closed, wave.closed) END AS closed
) until
WHERE (leg.wave_id IS NULL OR wave.id IS NOT NULL)
  AND coalesce(until.closed, 'infinity') > life.opened
ORDER BY leg.id, leg.left_at DESC NULLS FIRST);
