-- The second person is a second human: whoever wrote anything of a record approves nothing of it.

-- Notes who wrote the records of this statement's rows; whoever acts is set for the transaction by
-- publishing.history.attribute_changes. It runs as the owner of the tables: no login that serves may
-- take a name out again. Argument: a query for the ids of the records (publishing/schema/statements.py).
CREATE OR REPLACE FUNCTION publishing_note_writer()
RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    actor bigint := nullif(current_setting('tracker.actor', true), '')::bigint;
BEGIN
    IF actor IS NOT NULL THEN
        EXECUTE format(
            'INSERT INTO publishing_recordwriter (record_id, account_id)
             SELECT DISTINCT id, $1 FROM (%s) written (id) WHERE id IS NOT NULL
             ON CONFLICT DO NOTHING', TG_ARGV[0]
        ) USING actor;
    END IF;
    RETURN NULL;
END $$;

-- A record that is deleted or expunged takes the names of its writers along.
CREATE OR REPLACE FUNCTION publishing_forget_writers()
RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    DELETE FROM publishing_recordwriter w USING old_rows o WHERE w.record_id = o.id;
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION publishing_note_writer(), publishing_forget_writers() FROM PUBLIC;

-- The content of a row of a record: all that no action moves.
CREATE OR REPLACE FUNCTION publishing_content_of(entry jsonb)
RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
    SELECT jsonb_object_agg(key, value) FROM jsonb_each(entry) WHERE publishing_is_content(key)
$$;

CREATE OR REPLACE FUNCTION publishing_is_written_by(record_key uuid, account bigint)
RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT FROM publishing_recordwriter w
        WHERE w.record_id = record_key AND w.account_id = account
    )
$$;

-- Asked where somebody approves, or confirms an embargo. What was written to a draft at the same
-- moment is noted by then: its guard holds the record until it is.
CREATE OR REPLACE FUNCTION publishing_guard_second_person()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF publishing_is_written_by(NEW.id, NEW.approved_by_id) THEN
        PERFORM publishing_refuse('record_is_approved_by_somebody_else', TG_TABLE_NAME);
    END IF;
    IF NEW.embargo_confirmed_by_id IS NOT NULL AND NEW.approved_by_id IS NULL THEN
        PERFORM publishing_refuse('embargo_is_confirmed_after_the_approval', TG_TABLE_NAME);
    ELSIF NEW.embargo_confirmed_by_id IN (
        NEW.created_by_id, NEW.submitted_by_id, NEW.approved_by_id
    ) OR publishing_is_written_by(NEW.id, NEW.embargo_confirmed_by_id) THEN
        PERFORM publishing_refuse('embargo_is_confirmed_by_somebody_else', TG_TABLE_NAME);
    END IF;
    RETURN NULL;
END $$;
