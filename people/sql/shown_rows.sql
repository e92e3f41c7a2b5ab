CREATE OR REPLACE FUNCTION people_shown_rows(keys uuid[])
RETURNS TABLE (id uuid, seen jsonb) LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN QUERY SELECT p.id, to_jsonb(p) FROM live_person p WHERE p.id = ANY (keys);
END $$;
