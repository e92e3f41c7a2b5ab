-- What readers see of rows that have an address, by their ids: one text for each of them that is
-- shown. The functions `…_shown_rows` of the rooms say it, each also of what is shown with a row
-- that `keys` has. An act asks before it writes and after (publishing/actions/public_moments.py).
CREATE OR REPLACE FUNCTION publishing_shown(keys uuid[])
RETURNS TABLE (id uuid, seen text) LANGUAGE plpgsql STABLE AS $$
DECLARE
    rooms text := (
        SELECT string_agg(format('SELECT * FROM %s($1)', oid::regproc), ' UNION ALL ')
        FROM pg_proc
        WHERE pronamespace = 'public'::regnamespace AND proname LIKE '%\_shown\_rows');
BEGIN
    RETURN QUERY EXECUTE format(
        'SELECT id, jsonb_agg(seen - ''updated_on'' ORDER BY seen)::text FROM (%s) told (id, seen)'
        ' GROUP BY id', rooms) USING keys;
END $$;

-- Whoever writes the embargo of what is public already moves its opening to no other moment.
CREATE OR REPLACE FUNCTION publishing_keep_opening()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO publishing_publicmoment (row_id, shown_at) VALUES (OLD.id, opened(OLD))
    ON CONFLICT (row_id) DO UPDATE SET shown_at = excluded.shown_at;
    RETURN NULL;
END $$;
