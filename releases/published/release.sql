SELECT
    r.id,
    r.person_id,
    w.id AS wave_id,
    s.number AS side,
    date(r.released_on) AS released_on,
    coalesce(r.released_on_earliest, r.released_on_latest, '0001-01-01') AS released_sort,
    r.legal_basis,
    CASE WHEN shown.shows_journey THEN r.disposition ELSE 'withheld' END AS disposition,
    CASE WHEN shown.shows_journey THEN r.will ELSE 'withheld' END AS will,
    CASE WHEN shown.shows_journey THEN r.documents ELSE 'withheld' END AS documents,
    (
        SELECT coalesce(jsonb_agg(jsonb_build_object('kind', c.kind, 'since', date(c.since),
            'until', date(c.until)) ORDER BY c.kind, c.since_earliest), '[]')
        FROM releases_releasecondition c WHERE c.release_id = r.id
    ) AS conditions,
    r.outside_wave_reason,
    cited(releases_releasecitation.release_id, r.id) AS sources,
    updated_on(r) AS updated_on
FROM releases_release r
JOIN people_shown shown ON shown.id = r.person_id AND shown.shows_custody
LEFT JOIN releases_member m ON m.id = r.member_id
LEFT JOIN releases_side s ON s.id = m.side_id
LEFT JOIN releases_wave w ON w.id = s.wave_id AND visible(w)
WHERE visible(r)
