CREATE OR REPLACE FUNCTION sources_shown_rows(keys uuid[])
RETURNS TABLE (id uuid, seen jsonb) LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN QUERY SELECT o.id, to_jsonb(o) FROM live_organisation o WHERE o.id = ANY (keys)
    UNION ALL SELECT s.id, to_jsonb(s) FROM live_source s WHERE s.id = ANY (keys);
END $$;
