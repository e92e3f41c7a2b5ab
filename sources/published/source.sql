-- Kept for each row of sources_source.
SELECT
    s.id,
    p.id AS publisher_id,
    c.object -> 'publisher' AS publisher,
    s.title,
    s.language,
    s.kind,
    s.address,
    s.archived_address,
    s.archived_checksum,
    s.published_as_printed,
    date(s.published_on) AS published_on,
    coalesce(s.published_on_earliest, s.published_on_latest, '0001-01-01') AS published_sort,
    s.retrieved_on,
    s.upstream_kind,
    u.id AS upstream_id,
    (
        SELECT coalesce(jsonb_agg(jsonb_build_object('kind', r.kind, 'printed', r.printed,
            'reading', texts(r.reading), 'reason', texts(r.reason)) ORDER BY r.printed), '[]')
        FROM sources_sourceremark r WHERE r.source_id = s.id
    ) AS remarks,
    updated_on(s) AS updated_on
FROM sources_source s
JOIN sources_cited c ON c.id = s.id
LEFT JOIN sources_organisation p ON p.id = s.publisher_id AND visible(p)
LEFT JOIN sources_cited u ON u.id = s.upstream_id
