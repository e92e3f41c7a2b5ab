-- Kept for each row of releases_release.
SELECT
    r.id,
    r.person_id,
    r.public_wave_id AS wave_id,
    r.side_number AS side,
    date(r.released_on) AS released_on,
    coalesce(r.released_on_earliest, r.released_on_latest, '0001-01-01') AS released_sort,
    r.legal_basis,
    CASE WHEN r.shows_journey THEN r.disposition ELSE 'withheld' END AS disposition,
    CASE WHEN r.shows_journey THEN r.will ELSE 'withheld' END AS will,
    CASE WHEN r.shows_journey THEN r.documents ELSE 'withheld' END AS documents,
    (
        SELECT coalesce(jsonb_agg(jsonb_build_object('kind', c.kind, 'since', date(c.since),
            'until', date(c.until)) ORDER BY c.kind, c.since_earliest), '[]')
        FROM releases_releasecondition c WHERE c.release_id = r.id
    ) AS conditions,
    CASE WHEN r.shown_as = 'named' THEN r.outside_wave_reason ELSE '' END
        AS outside_wave_reason,
    cited(releases_releasecitation.release_id, r.id, r) AS sources,
    unsourced_since(releases_releasecitation.release_id, r.id, r) AS unsourced_since,
    updated_on(r, r, p, w) AS updated_on
FROM releases_released r
JOIN people_person p ON p.id = r.person_id
LEFT JOIN releases_wave w ON w.id = r.public_wave_id
