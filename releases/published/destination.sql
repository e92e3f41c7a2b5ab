-- Kept for each row of releases_destination.
SELECT
    d.id,
    d.code,
    d.kind,
    d.country,
    w.id AS within_id,
    w.code AS within_code,
    columns(d.name),
    d.latitude,
    d.longitude,
    updated_on(d) AS updated_on
FROM releases_destination d
LEFT JOIN releases_destination w ON w.id = d.within_id AND visible(w)
WHERE visible(d)
