-- Kept for each row of sources_organisation.
SELECT
    o.id,
    o.code,
    o.kind,
    o.country,
    columns(o.name),
    o.abbreviation,
    columns(o.about),
    o.website,
    o.risky_in,
    (
        SELECT coalesce(jsonb_agg(jsonb_build_object('host', h.host, 'kind', h.kind)
            ORDER BY h.kind, h.host), '[]')
        FROM sources_host h WHERE h.organisation_id = o.id
    ) AS hosts,
    updated_on(o) AS updated_on
FROM sources_organisation o
WHERE visible(o)
