-- An edition is all that is public, as it stays until the next transaction that changes any of it.

-- Notes the records of this statement's rows that are or were public, so that the commit opens a new
-- edition. It runs as the owner of the tables: no login that serves can open one, or keep one open.
-- Argument: a query for the ids of these records (publishing/schema/editions.py).
CREATE OR REPLACE FUNCTION publishing_note_changed_record()
RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    EXECUTE format(
        'INSERT INTO publishing_changedrecord (record_id)
         SELECT DISTINCT id FROM (%s) changed (id) WHERE id IS NOT NULL', TG_ARGV[0]);
    RETURN NULL;
END $$;

-- At the commit, once for all records of the transaction. Whoever commits next waits, and so sees
-- what this one changed; the lock is the one that seals the history, so that nobody waits crosswise.
CREATE OR REPLACE FUNCTION publishing_open_edition()
RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    changed uuid[];
BEGIN
    IF NOT EXISTS (SELECT FROM publishing_changedrecord WHERE id = NEW.id) THEN
        RETURN NULL;  -- a row before this one had all of them
    END IF;
    PERFORM pg_advisory_xact_lock('publishing_seal'::regclass::bigint);
    WITH taken AS (DELETE FROM publishing_changedrecord RETURNING record_id)
    SELECT array_agg(DISTINCT record_id) INTO changed FROM taken;
    INSERT INTO publishing_edition AS open (id, name) VALUES (1, gen_random_uuid())
        ON CONFLICT (id) DO UPDATE SET name = excluded.name;
    INSERT INTO publishing_boundary (at)
        SELECT DISTINCT at FROM publishing_boundaries_of(changed) WHERE at > now()
        ON CONFLICT DO NOTHING;
    PERFORM publishing_mark_documents(changed);
    PERFORM publishing_write_documents(2000);
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION publishing_note_changed_record(), publishing_open_edition() FROM PUBLIC;

DROP TRIGGER IF EXISTS opens_an_edition ON publishing_changedrecord;
CREATE CONSTRAINT TRIGGER opens_an_edition AFTER INSERT ON publishing_changedrecord
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION publishing_open_edition();
ALTER TABLE publishing_changedrecord ENABLE ALWAYS TRIGGER opens_an_edition;

-- What else a public answer reads, beside records and their parts.
tells(update, publishing_proposal, SELECT record_id FROM new_rows WHERE state = 'accepted');
tells(insert, publishing_tombstone, SELECT record_id FROM new_rows WHERE was_public);
tells(insert, publishing_publicmoment, SELECT row_id FROM new_rows);
tells(update, publishing_publicmoment, SELECT row_id FROM new_rows);
