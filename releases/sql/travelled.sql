-- The legs that the public may see, and how their person is shown: those of who agreed to it, and
-- of a wave only once the wave itself is public. A named person's journey opens no embargo.
CREATE VIEW releases_travelled AS
SELECT l.*, w.id AS public_wave_id, shown.shown_as
FROM releases_leg l
JOIN people_shown shown ON shown.id = l.person_id AND shown.shows_journey
LEFT JOIN releases_wave w ON w.id = l.wave_id AND visible(w)
WHERE l.wave_id IS NULL OR w.id IS NOT NULL;
