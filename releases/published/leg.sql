-- Kept for each row of releases_leg.
SELECT
    l.id,
    l.person_id,
    l.public_wave_id AS wave_id,
    l.number,
    l.kind,
    o.id AS origin_id,
    o.object AS origin,
    d.id AS destination_id,
    d.object AS destination,
    date(l.departed_on) AS departed_on,
    date(l.arrived_on) AS arrived_on,
    coalesce(l.departed_on_earliest, l.arrived_on_earliest, l.arrived_on_latest, '0001-01-01')
        AS departed_sort,
    l.choice,
    l.documents,
    CASE WHEN i.id IS NOT NULL THEN
        jsonb_build_object('id', i.id, 'code', i.code, 'name', texts(i.name)) END AS invited_by,
    CASE WHEN t.id IS NOT NULL THEN
        jsonb_build_object('id', t.id, 'code', t.code, 'name', texts(t.name)) END AS transported_by,
    CASE WHEN l.shown_as = 'named' THEN l.break_reason ELSE '' END AS break_reason,
    cited(releases_legcitation.leg_id, l.id, l) AS sources,
    unsourced_since(releases_legcitation.leg_id, l.id, l) AS unsourced_since,
    updated_on(l, p, w) AS updated_on
FROM releases_travelled l
JOIN people_person p ON p.id = l.person_id
LEFT JOIN releases_wave w ON w.id = l.public_wave_id
LEFT JOIN releases_placed o ON o.id = l.origin_id
LEFT JOIN releases_placed d ON d.id = l.destination_id
LEFT JOIN sources_organisation i ON i.id = l.invited_by_id AND visible(i)
LEFT JOIN sources_organisation t ON t.id = l.transported_by_id AND visible(t)
