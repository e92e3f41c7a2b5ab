-- A speaker as it stands beside what it says, where the public may see it.
CREATE VIEW sources_heard AS
SELECT
    s.id,
    s.kind,
    o.id AS organisation_id,
    jsonb_build_object(
        'id', s.id,
        'code', s.code,
        'kind', s.kind,
        'name', texts(s.name),
        'function', texts(s.function),
        'organisation', CASE WHEN o.id IS NOT NULL THEN jsonb_build_object(
            'id', o.id, 'code', o.code, 'name', texts(o.name), 'kind', o.kind
        ) END
    ) AS object
FROM sources_speaker s
LEFT JOIN sources_organisation o ON o.id = s.organisation_id AND visible(o)
WHERE visible(s)
;
