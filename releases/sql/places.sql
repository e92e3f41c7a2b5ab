-- True where a place is another one, or lies within it at any depth. Stops at a circle.
CREATE OR REPLACE FUNCTION releases_is_within(inner_place uuid, outer_place uuid)
RETURNS boolean LANGUAGE sql STABLE AS $$
    WITH RECURSIVE around AS (
        SELECT inner_place AS id
        UNION
        SELECT d.within_id FROM around JOIN releases_destination d ON d.id = around.id
        WHERE d.within_id IS NOT NULL
    )
    SELECT EXISTS (SELECT FROM around WHERE id = outer_place)
$$;
