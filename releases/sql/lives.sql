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
-- A release is shown as far as its person's custody and its wave are, and changes with the person.
-- One whose person is shown, but never agreed to showing custody, was never public.
SELECT l.noun, l.id, greatest(l.opened, who.opened, wave.opened),
    greatest(l.touched, who.touched), greatest(l.closed, who.closed, ended.at, wave.closed),
    CASE WHEN greatest(l.closed, who.closed, ended.at, wave.closed) IS NOT NULL THEN 'other' END
FROM (life(releases, releases_release)) l
JOIN releases_release r ON r.id = l.id
JOIN people_lives who ON who.id = r.person_id
LEFT JOIN releases_member m ON m.id = r.member_id
LEFT JOIN releases_side s ON s.id = m.side_id
LEFT JOIN (life(waves, releases_wave)) wave ON wave.id = s.wave_id
LEFT JOIN people_shown shown ON shown.id = r.person_id AND shown.shows_custody
LEFT JOIN LATERAL (
    SELECT max(least(c.withdrawn_at, c.expires_at)) AS at FROM people_consent c
    WHERE c.person_id = r.person_id AND c.audience = 'public' AND c.field_group = 'custody'
      AND least(c.withdrawn_at, c.expires_at) <= now() AND shown.id IS NULL
) ended ON true
WHERE (r.member_id IS NULL OR wave.id IS NOT NULL) AND (
   shown.id IS NOT NULL
   OR EXISTS (
       SELECT FROM people_consent c
       WHERE c.person_id = r.person_id AND c.audience = 'public' AND c.field_group = 'custody'
         AND coalesce(least(c.withdrawn_at, c.expires_at), 'infinity')
             > greatest(l.opened, who.opened, wave.opened))
   OR EXISTS (
       SELECT FROM people_publicrole f
       JOIN people_publicrolecitation c ON c.public_role_id = f.id
       WHERE f.person_id = r.person_id));
