-- A consent shows more than the person's own row: what belongs to somebody is found by the person.
-- A membership is told with its person, and moves no clock of the wave: most members are not shown.
CREATE OR REPLACE FUNCTION releases_shown_rows(keys uuid[])
RETURNS TABLE (id uuid, seen jsonb) LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN QUERY SELECT w.id, to_jsonb(w) FROM live_wave w WHERE w.id = ANY (keys)
    UNION ALL SELECT d.id, to_jsonb(d) FROM live_destination d WHERE d.id = ANY (keys)
    UNION ALL SELECT e.id, to_jsonb(e) FROM live_event e WHERE e.id = ANY (keys)
    UNION ALL SELECT a.id, to_jsonb(a) FROM live_answer a WHERE a.id = ANY (keys)
    UNION ALL SELECT c.id, to_jsonb(c) FROM live_claim c WHERE c.id = ANY (keys)
    UNION ALL SELECT s.total_id, to_jsonb(s) FROM live_sum s WHERE s.total_id = ANY (keys)
    UNION ALL SELECT s.id, to_jsonb(s) FROM live_statement s
        WHERE s.id = ANY (keys) OR s.person_id = ANY (keys)
    UNION ALL SELECT r.id, to_jsonb(r) FROM live_release r
        WHERE r.id = ANY (keys) OR r.person_id = ANY (keys)
    UNION ALL SELECT l.id, to_jsonb(l) FROM live_leg l
        WHERE l.id = ANY (keys) OR l.person_id = ANY (keys)
    UNION ALL SELECT m.person_id, to_jsonb(m) FROM live_member m
        WHERE m.person_id = ANY (keys) OR m.id = ANY (keys);
END $$;
