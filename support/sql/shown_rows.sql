CREATE OR REPLACE FUNCTION support_shown_rows(keys uuid[])
RETURNS TABLE (id uuid, seen jsonb) LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN QUERY SELECT p.id, to_jsonb(p) FROM live_programme p WHERE p.id = ANY (keys);
END $$;
