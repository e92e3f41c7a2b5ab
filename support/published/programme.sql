-- Kept for each row of support_programme.
SELECT
    p.id,
    p.code,
    o.id AS organisation_id,
    CASE WHEN o.id IS NOT NULL THEN jsonb_build_object('id', o.id, 'code', o.code,
        'name', texts(o.name), 'website', o.website, 'risky_in', o.risky_in) END AS organisation,
    columns(p.name),
    columns(p.about),
    p.kinds_of_help::text[] AS kinds_of_help,
    p.countries::text[] AS countries,
    p.languages,
    p.public_contact,
    p.donation_address,
    (
        SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'code', f.code,
            'name', texts(f.name)) ORDER BY f.code), '[]')
        FROM support_programmefunder pf
        JOIN sources_organisation f ON f.id = pf.organisation_id AND visible(f)
        WHERE pf.programme_id = p.id
    ) AS funders,
    cited(support_programmecitation.programme_id, p.id) AS sources,
    unsourced_since(support_programmecitation.programme_id, p.id) AS unsourced_since,
    updated_on(p) AS updated_on
FROM support_programme p
LEFT JOIN sources_organisation o ON o.id = p.organisation_id AND visible(o)
WHERE visible(p) AND p.is_listed
