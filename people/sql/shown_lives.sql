-- When each person became shown, changed and ceased to be shown. Why is the staff's alone: “at the
-- person's request” says that somebody can be asked. Whoever is only counted and
-- always was is not in it: neither a number nor a moment of theirs follows from it.
CREATE VIEW people_lives AS
SELECT 'people' AS noun, l.id, l.opened, greatest(l.touched, lapsed.at) AS touched,
    CASE WHEN shown.id IS NULL THEN ceased.at END AS closed,
    CASE WHEN shown.id IS NULL THEN
        CASE WHEN survivor.id IS NOT NULL THEN 'merged' ELSE 'other' END
    END AS reason,
    survivor.id AS merged_into_id,
    lapsed.at AS lapsed
FROM (life(people, people_person)) l
JOIN people_person p ON p.id = l.id
LEFT JOIN people_shown shown ON shown.id = l.id
-- The old address leads only to whom is shown in the same way: a pseudonym is not led to a name,
-- nor a name to a pseudonym. LIMIT has it asked of whoever was merged, and not of everybody.
LEFT JOIN LATERAL (
    SELECT stays.id
    FROM people_shown stays JOIN people_person same ON same.id = stays.id
    WHERE stays.id = p.merged_into_id AND stays.shown_as = p.visibility
      AND (stays.shown_as = 'named' OR same.pseudonym = p.pseudonym)
    LIMIT 1
) survivor ON true
-- A consent that ended and showed custody or journey of somebody who is still shown.
LEFT JOIN LATERAL (
    SELECT max(least(c.withdrawn_at, c.expires_at)) AS at FROM people_consent c
    WHERE c.person_id = shown.id AND c.audience = 'public'
      AND (c.field_group = 'custody' AND NOT shown.shows_custody
           OR c.field_group = 'journey' AND NOT shown.shows_journey)
) lapsed ON lapsed.at > l.opened
LEFT JOIN publishing_publicmoment moment ON moment.row_id = l.id
-- What they must have agreed to, to have been shown as they are to be.
CROSS JOIN LATERAL (
    SELECT max(coalesce(least(c.withdrawn_at, c.expires_at), 'infinity')) AS until
    FROM (
        SELECT c.withdrawn_at, c.expires_at FROM people_consent c
        WHERE c.person_id = l.id AND c.audience = 'public'
          AND c.field_group = CASE p.visibility WHEN 'named' THEN 'name' ELSE p.visibility END
        UNION ALL
        SELECT NULL, NULL FROM people_publicrole r
        JOIN people_publicrolecitation c ON c.public_role_id = r.id
        WHERE r.person_id = l.id AND p.visibility = 'named'
    ) c
) basis
LEFT JOIN LATERAL (
    SELECT max(m.decided_at) AS at FROM people_merge m
    WHERE m.absorbed_id = l.id AND m.undone_at IS NULL
) merged ON true
-- An act that hid them found them shown: what ended before had not. Of all else the first counts.
CROSS JOIN LATERAL (
    SELECT CASE WHEN moment.hidden_at > l.opened THEN moment.hidden_at
        WHEN basis.until > l.opened
            THEN least(l.closed, merged.at, nullif(basis.until, 'infinity')) END AS at
) ceased
WHERE shown.id IS NOT NULL OR ceased.at > l.opened;
