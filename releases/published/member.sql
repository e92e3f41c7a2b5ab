-- Kept for each row of releases_member.
-- Who of a wave is shown by name or pseudonym; everybody else of it is only counted.
SELECT m.id, w.id AS wave_id, s.id AS side_id, s.number AS side, m.person_id, shown.shown_as,
    m.role, m.outcome, m.is_verified,
    cited(releases_membercitation.member_id, m.id, shown) AS sources,
    unsourced_since(releases_membercitation.member_id, m.id, shown) AS unsourced_since
FROM releases_member m
JOIN releases_side s ON s.id = m.side_id
JOIN releases_wave w ON w.id = s.wave_id AND visible(w)
JOIN people_shown shown ON shown.id = m.person_id
