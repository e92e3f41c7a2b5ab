-- When custody and journey of each person became public, changed and ceased to be. Of one who
-- never agreed to it there is no row.
CREATE VIEW releases_group_lives AS
SELECT who.id AS person_id, groups.field_group, who.opened, who.lapsed,
    CASE WHEN who.closed IS NOT NULL OR agreed.until <= now()
        THEN least(who.closed, agreed.until) END AS closed
FROM people_lives who
CROSS JOIN (VALUES ('custody'), ('journey')) AS groups (field_group)
-- The last of what it was shown by: a consent, which stands or ended, or a public role; or when an
-- act hid something that it had shown.
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
        SELECT moment.hidden_at FROM publishing_publicmoment moment
        WHERE moment.row_id IN (
            SELECT r.id FROM releases_release r
            WHERE r.person_id = who.id AND groups.field_group = 'custody'
            UNION ALL SELECT l.id FROM releases_leg l
            WHERE l.person_id = who.id AND groups.field_group = 'journey')
    ) basis
) agreed
WHERE agreed.until > who.opened;
