-- Kept for each row of releases_wave.
SELECT
    w.id,
    w.slug,
    w.country,
    columns(w.title),
    columns(w.summary),
    columns(w.grouping_reason),
    date(w.decided_on) AS decided_on,
    date(w.released_on) AS released_on,
    date(w.crossed_on) AS crossed_on,
    w.is_open,
    CASE WHEN NOT w.is_open THEN (
        SELECT u.people FROM releases_unshowncount u WHERE u.wave_id = w.id AND u.people > 0
    ) END AS more_in_record,
    coalesce(w.released_on_earliest, w.crossed_on_earliest, w.decided_on_earliest,
        w.released_on_latest, w.crossed_on_latest, w.decided_on_latest, '0001-01-01')
        AS began_on,
    coalesce(w.released_on_latest, w.crossed_on_latest, w.decided_on_latest) AS ended_on,
    (
        SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'number', s.number,
            'releasing', s.releasing, 'receiving', s.receiving) ORDER BY s.number), '[]')
        FROM releases_side s WHERE s.wave_id = w.id
    ) AS sides,
    (
        SELECT coalesce(jsonb_agg(jsonb_build_object(
            'organisation', jsonb_build_object('id', o.id, 'code', o.code, 'name', texts(o.name)),
            'representative', r.object, 'role', p.role, 'side', s.number,
            'sources', cited(releases_partycitation.party_id, p.id),
            'unsourced_since', unsourced_since(releases_partycitation.party_id, p.id))
            ORDER BY p.role, o.code, p.id), '[]')
        FROM releases_party p
        JOIN sources_organisation o ON o.id = p.organisation_id AND visible(o)
        LEFT JOIN sources_heard r ON r.id = p.representative_id
        LEFT JOIN releases_side s ON s.id = p.side_id
        WHERE p.wave_id = w.id
    ) AS parties,
    cited(releases_wavecitation.wave_id, w.id) AS sources,
    unsourced_since(releases_wavecitation.wave_id, w.id) AS unsourced_since,
    updated_on(w) AS updated_on
FROM releases_wave w
WHERE visible(w)
