-- When custody and journey of each person became public, changed and ceased to be. Of one who
-- never agreed to it there is no row.
CREATE VIEW releases_group_lives AS
SELECT who.id AS person_id, groups.field_group, who.opened, who.touched,
    CASE WHEN who.closed IS NOT NULL OR agreed.until <= now()
        THEN least(who.closed, agreed.until) END AS closed
FROM people_lives who
CROSS JOIN (VALUES ('custody'), ('journey')) AS groups (field_group)
-- The last of what it was shown by: a consent, which stands or ended, or a public role; and of
-- these what a proposal took away.
CROSS JOIN LATERAL (
    SELECT max(basis.until) AS until
    FROM (
        SELECT coalesce(least(c.withdrawn_at, c.expires_at), 'infinity') AS until
        FROM people_consent c
        WHERE c.person_id = who.id AND c.audience = 'public' AND c.field_group = groups.field_group
        UNION ALL
        SELECT 'infinity' FROM people_publicrole r
        JOIN people_publicrolecitation c ON c.public_role_id = r.id
        JOIN people_person p ON p.id = r.person_id AND p.visibility = 'named'
        WHERE r.person_id = who.id
        UNION ALL
        SELECT q.decided_at FROM publishing_proposal q
        JOIN publishing_proposedchange c ON c.proposal_id = q.id AND c.operation = 'delete'
        WHERE q.record_id = who.id AND q.state = 'accepted' AND (
            c.table_name = 'people_publicrolecitation'
            OR c.table_name = 'people_consent' AND c.old #>> '{}' = groups.field_group)
    ) basis
) agreed
WHERE agreed.until > who.opened;
