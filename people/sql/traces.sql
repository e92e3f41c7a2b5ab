-- What lists say of somebody, though nothing there says that it is they: rows with their number in
-- that list, or a name of theirs in any spelling. A row that was taken for somebody else stays, and
-- forgets that this person was likely to be meant. Asked when a person is expunged.
CREATE OR REPLACE FUNCTION people_traces_of_people_person(person_key uuid)
RETURNS TABLE (table_name text, row_id uuid) LANGUAGE plpgsql AS $$
BEGIN
    RETURN QUERY SELECT 'people_importrow', listed.id
        FROM people_importrow listed JOIN people_import listing ON listing.id = listed.listing_id
        WHERE listed.person_id IS NULL AND (
            EXISTS (
                SELECT FROM people_identifier i WHERE i.person_id = person_key
                AND i.scheme = listing.scheme AND i.value = listed.said ->> 'identifier.value')
            OR EXISTS (
                SELECT FROM people_name n WHERE n.person_id = person_key
                AND (listed.name_key = ANY (n.keys) OR strpos(listed.cells::text, n.text) > 0)));
    UPDATE people_importrow SET candidates = (
        SELECT coalesce(jsonb_agg(likely), '[]') FROM jsonb_array_elements(candidates) AS likely
        WHERE likely ->> 'person' <> person_key::text)
    WHERE candidates @> jsonb_build_array(jsonb_build_object('person', person_key));
END $$;
