-- The people of our records who belong to a wave, one by one, with what a figure can ask for: rule 2
-- counts `recorded`, `verified` and `public` from it. Staff alone may read it: it holds traits of
-- people who are not shown, and no published view may stand on it.
CREATE VIEW releases_recorded AS
SELECT
    m.id,
    w.id AS wave_id,
    m.side_id,
    CASE WHEN m.role = 'accompanying' THEN m.role  -- was no prisoner, whatever the outcome
        ELSE m.outcome END AS role,
    coalesce(shown.shown_as, '') AS shown_as,
    CASE WHEN shown.id IS NOT NULL THEN ''
        WHEN p.visibility = 'count_only' THEN 'count_only' ELSE 'no_consent' END AS withheld,
    m.is_verified,
    ARRAY (
        SELECT 'citizenship:' || c.country FROM people_citizenship c
        WHERE c.person_id = p.id AND c.ended IS NULL
        UNION SELECT 'category:' || c.category FROM people_personcategory c
        WHERE c.person_id = p.id
        UNION SELECT 'category:accompanying' WHERE m.role = 'accompanying'
        UNION SELECT 'sex:' || p.sex
        UNION SELECT 'age:' || CASE
            WHEN p.birth_latest + interval '18 years' <= r.released_on_earliest THEN 'adult'
            WHEN p.birth_earliest + interval '18 years' > r.released_on_latest THEN 'minor'
            ELSE 'unknown' END
        FROM releases_release r WHERE r.member_id = m.id AND visible(r)
        UNION SELECT unnest(ARRAY['legal_basis:' || r.legal_basis,
            'disposition:' || r.disposition, 'documents:' || r.documents])
        FROM releases_release r WHERE r.member_id = m.id AND visible(r)
        UNION SELECT 'from:' || lower(unnest(s.releasing))
        ORDER BY 1
    ) AS traits,
    ARRAY (
        SELECT f.fact FROM releases_facts f
        WHERE f.person_id = p.id AND f.wave_id = w.id
        UNION SELECT 'listed'
        UNION SELECT CASE m.outcome WHEN 'declined' THEN 'refused_to_leave'
            ELSE m.outcome END
        WHERE m.outcome IN ('declined', 'refused_by_receiving_state')
        UNION SELECT 'citizenship_stripped' FROM people_citizenship c
        WHERE c.person_id = p.id AND c.how_ended = 'stripped'
        UNION SELECT 're_arrested' FROM releases_release r
        JOIN people_custody c ON c.person_id = r.person_id
        WHERE r.member_id = m.id AND visible(r)
            AND c.started_earliest >= r.released_on_latest
        ORDER BY 1
    ) AS facts
FROM releases_member m
JOIN releases_side s ON s.id = m.side_id
JOIN releases_wave w ON w.id = s.wave_id AND visible(w)
JOIN people_person p ON p.id = m.person_id AND visible(p) AND p.merged_into_id IS NULL
LEFT JOIN people_shown shown ON shown.id = p.id;
