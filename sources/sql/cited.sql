-- A source as it stands in a list of citations, where the public may see it.
CREATE VIEW sources_cited AS
SELECT
    s.id,
    s.upstream_kind,
    s.upstream_id,
    jsonb_build_object(
        'id', s.id,
        'publisher', CASE WHEN o.id IS NOT NULL THEN jsonb_build_object(
            'id', o.id, 'code', o.code, 'name', texts(o.name), 'risky_in', o.risky_in
        ) END,
        'title', s.title,
        'language', s.language,
        'kind', s.kind,
        'address', s.address,
        'archived_address', s.archived_address,
        'published_on', date(s.published_on),
        'upstream_kind', s.upstream_kind
    ) AS object
FROM sources_source s
LEFT JOIN sources_organisation o ON o.id = s.publisher_id AND visible(o)
WHERE visible(s) AND NOT s.is_private
;
