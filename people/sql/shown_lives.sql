-- When each person became shown, changed and ceased to be shown. Why is the staff's alone: “at the
-- person's request” says that somebody can be asked. Whoever is only counted and
-- always was is not in it: neither a number nor a moment of theirs follows from it.
CREATE VIEW people_lives AS
SELECT 'people' AS noun, l.id, l.opened,
    greatest(l.touched, ended.any_group, merged.undone_at) AS touched,
    -- Of several reasons the last: a moment that is too late repeats news, one too early hides it.
    CASE WHEN shown.id IS NULL THEN coalesce(
        greatest(l.closed, merged.at, ended.name, hidden.at), l.touched, l.opened) END AS closed,
    CASE WHEN shown.id IS NULL THEN
        CASE WHEN survivor.id IS NOT NULL THEN 'merged' ELSE 'other' END
    END AS reason,
    survivor.id AS merged_into_id
FROM (life(people, people_person)) l
JOIN people_person p ON p.id = l.id
-- What they must have agreed to, to have been shown as they are to be.
CROSS JOIN LATERAL (
    SELECT CASE p.visibility WHEN 'named' THEN 'name' ELSE 'pseudonym' END AS field_group
) showing
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
LEFT JOIN LATERAL (
    SELECT max(m.decided_at) FILTER (WHERE m.undone_at IS NULL) AS at, max(m.undone_at) AS undone_at
    FROM people_merge m WHERE m.absorbed_id = l.id
) merged ON true
-- Consents that ended while the person was shown.
LEFT JOIN LATERAL (
    SELECT max(e.at) AS any_group,
        max(e.at) FILTER (WHERE e.field_group = showing.field_group) AS name
    FROM (
        SELECT c.field_group, least(c.withdrawn_at, c.expires_at) AS at FROM people_consent c
        WHERE c.person_id = l.id AND c.audience = 'public'
    ) e
    WHERE e.at > l.opened AND e.at <= now()
) ended ON true
-- A proposal that took the name, or its basis, away from a person who was shown.
LEFT JOIN LATERAL (
    SELECT max(q.decided_at) AS at
    FROM publishing_proposal q JOIN publishing_proposedchange c ON c.proposal_id = q.id
    WHERE q.record_id = l.id AND q.state = 'accepted' AND q.decided_at > l.opened
      AND (c.column_name = 'visibility' AND c.old <> '"count_only"'
           OR c.operation = 'delete' AND c.table_name IN (
               'people_consent', 'people_publicrole', 'people_publicrolecitation'))
) hidden ON true
WHERE shown.id IS NOT NULL
   OR hidden.at IS NOT NULL
   OR p.visibility <> 'count_only' AND (
       ended.name IS NOT NULL
       OR EXISTS (
           SELECT FROM people_consent c
           WHERE c.person_id = l.id AND c.audience = 'public'
             AND c.field_group = showing.field_group
             AND coalesce(least(c.withdrawn_at, c.expires_at), 'infinity') > l.opened)
       OR p.visibility = 'named' AND EXISTS (
           SELECT FROM people_publicrole r
           JOIN people_publicrolecitation c ON c.public_role_id = r.id
           WHERE r.person_id = l.id)
   );
