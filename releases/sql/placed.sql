-- A place as it stands beside a leg or in a scope, where the public may see it.
CREATE VIEW releases_placed AS
SELECT d.id, d.code,
    jsonb_build_object('id', d.id, 'code', d.code, 'kind', d.kind, 'country', d.country,
        'name', texts(d.name)) AS object
FROM releases_destination d
WHERE visible(d);
