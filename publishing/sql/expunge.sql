-- Expunging erases rows for good: the rows themselves, and their content in the history, of which
-- the commitments stay. It runs as the owner of the tables, because no login that serves may
-- change the history; it takes a record that is withdrawn, or a draft, and leaves a tombstone.
-- `parts` are pairs of table and id, deepest first, which the action found.
CREATE OR REPLACE FUNCTION publishing_expunge(
    record_table text, record_key uuid, parts text[][], actor bigint, why text
) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    life record;
    part text[];
    -- Not who was published, but who was ever seen: an embargo may never have opened, and whoever
    -- was only counted leaves nothing that says so.
    was_seen boolean := EXISTS (SELECT FROM published.change c WHERE c.id = record_key);
BEGIN
    IF NOT EXISTS (
        SELECT FROM information_schema.columns
        WHERE table_schema = 'public' AND table_name = record_table AND column_name = 'withdrawn_at'
    ) THEN
        PERFORM publishing_refuse('only_records_are_expunged', record_table);
    END IF;
    EXECUTE format('SELECT state FROM %I WHERE id = $1 FOR UPDATE', record_table)
        INTO life USING record_key;
    IF life.state IS NULL OR life.state NOT IN ('draft', 'withdrawn') THEN
        PERFORM publishing_refuse('expunged_record_was_withdrawn_first', record_table);
    END IF;
    PERFORM set_config('tracker.expunging', 'yes', true);
    IF cardinality(parts) > 0 THEN  -- An empty array has no slices to walk.
        FOREACH part SLICE 1 IN ARRAY parts LOOP
            EXECUTE format('DELETE FROM %I WHERE id = $1', part[1]) USING part[2]::uuid;
            PERFORM publishing_forget(part[2]::uuid);
        END LOOP;
    END IF;
    EXECUTE format('DELETE FROM %I WHERE id = $1', record_table) USING record_key;
    PERFORM publishing_forget(record_key);
    INSERT INTO publishing_tombstone
        (record_id, table_name, reason, was_public, expunged_at, expunged_by_id)
    VALUES (record_key, record_table, why, was_seen, now(), actor);
    SET CONSTRAINTS ALL IMMEDIATE;
    PERFORM set_config('tracker.expunging', '', true);
END $$;

CREATE OR REPLACE FUNCTION publishing_forget(row_key uuid)
RETURNS void LANGUAGE sql AS $$
    UPDATE publishing_history SET old = NULL, new = NULL, salt = NULL, reason = ''
    WHERE row_id = row_key;
    DELETE FROM publishing_proposedchange WHERE row_id = row_key;
$$;

REVOKE ALL ON FUNCTION publishing_expunge(text, uuid, text[][], bigint, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION publishing_forget(uuid) FROM PUBLIC;
