-- The claims that the public may see: their own row, and whatever they are about, is visible.
CREATE VIEW releases_claimed AS
SELECT c.*, coalesce(w.id, sw.id) AS about_wave_id
FROM releases_claim c
LEFT JOIN releases_wave w ON w.id = c.wave_id AND visible(w)
LEFT JOIN releases_side s ON s.id = c.side_id
LEFT JOIN releases_wave sw ON sw.id = s.wave_id AND visible(sw)
LEFT JOIN releases_contextevent e ON e.id = c.event_id AND visible(e)
LEFT JOIN support_programme p ON p.id = c.programme_id AND visible(p) AND p.is_listed
WHERE visible(c) AND (c.country <> '' OR coalesce(w.id, sw.id, e.id, p.id) IS NOT NULL);
