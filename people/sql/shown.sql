-- Who is shown, or will be as soon as their embargo ends, how, and how far: the one place where
-- visibility, consent and public role meet.
CREATE VIEW people_to_be_shown AS
SELECT
    p.id,
    p.visible_from,
    p.visibility AS shown_as,
    basis.is_public_figure OR 'custody' = ANY (basis.agreed) AS shows_custody,
    basis.is_public_figure OR 'journey' = ANY (basis.agreed) AS shows_journey
FROM people_person p
CROSS JOIN LATERAL (
    SELECT
        p.visibility = 'named' AND EXISTS (
            SELECT FROM people_publicrole r
            JOIN people_publicrolecitation c ON c.public_role_id = r.id
            WHERE r.person_id = p.id
        ) AS is_public_figure,
        ARRAY (
            SELECT c.field_group FROM people_consent c
            WHERE c.person_id = p.id
              AND c.audience = 'public'
              AND c.withdrawn_at IS NULL
              AND (c.expires_at IS NULL OR c.expires_at > now())
        ) AS agreed
) basis
WHERE stands(p)
  AND p.merged_into_id IS NULL
  AND (
      p.visibility = 'named' AND (basis.is_public_figure OR 'name' = ANY (basis.agreed))
      OR p.visibility = 'pseudonym' AND 'pseudonym' = ANY (basis.agreed)
  );

-- Who is shown at this second. Everything public about a person joins it (domain rule 9).
CREATE VIEW people_shown AS
SELECT id, shown_as, shows_custody, shows_journey
FROM people_to_be_shown
WHERE visible_from IS NULL OR visible_from <= now();
