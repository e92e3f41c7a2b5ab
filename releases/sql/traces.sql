-- Lines of pasted lists that name somebody, though nobody decided that it is they: see the same of
-- rows of imports, people/sql/traces.sql.
CREATE OR REPLACE FUNCTION releases_traces_of_people_person(person_key uuid)
RETURNS TABLE (table_name text, row_id uuid) LANGUAGE sql STABLE AS $$
    SELECT 'releases_intakeline', line.id
    FROM releases_intakeline line JOIN people_name n ON n.person_id = person_key
    WHERE line.person_id IS NULL AND (
        strpos(lower(line.text), lower(n.text)) > 0
        OR n.family <> '' AND n.given <> ''
            AND (lower(n.family), lower(n.given)) = (lower(line.family), lower(line.given)))
$$;
