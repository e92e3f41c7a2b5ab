-- The releases that the public may see, and how their person is shown: those of who agreed to it,
-- and of a wave only once the wave itself is public. A named person's release opens no embargo.
CREATE VIEW releases_released AS
SELECT r.*, w.id AS public_wave_id, s.number AS side_number, shown.shown_as, shown.shows_journey
FROM releases_release r
JOIN people_shown shown ON shown.id = r.person_id AND shown.shows_custody
LEFT JOIN releases_member m ON m.id = r.member_id
LEFT JOIN releases_side s ON s.id = m.side_id
LEFT JOIN releases_wave w ON w.id = s.wave_id AND visible(w)
WHERE visible(r) AND (r.member_id IS NULL OR w.id IS NOT NULL);
