-- Expunging erases a record for good: its row, its parts, and their content in the history, of which
-- the commitments stay. Two people stand behind it. Who asked is who wrote the request, as the
-- history has it; who approves is the actor of this transaction. No caller tells what is a part.
-- `marks`, keyed hashes by which a person is known again, are the caller's: no key is in here.
CREATE OR REPLACE FUNCTION publishing_expunge(request_key uuid, marks text[] DEFAULT '{}')
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    request publishing_expungerequest;
    asker bigint := (
        SELECT actor_id FROM publishing_history WHERE row_id = request_key AND operation = 'insert');
    approver bigint := nullif(current_setting('tracker.actor', true), '')::bigint;
BEGIN
    SELECT * INTO request FROM publishing_expungerequest WHERE id = request_key FOR UPDATE;
    IF request.id IS NULL OR asker = approver
       OR NOT publishing_has_role(asker, 'reviewer', 'administrator')
       OR NOT publishing_has_role(approver, 'administrator') THEN
        PERFORM publishing_refuse('expunging_has_two_approvals', request_key::text);
    END IF;
    PERFORM publishing_refuse_to_expunge(request.table_name, request.record_id);
    PERFORM publishing_erase(
        request.table_name, request.record_id, request.reason, approver, asker, false, marks);
END $$;

CREATE OR REPLACE FUNCTION publishing_has_role(account bigint, VARIADIC roles text[])
RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT FROM publishing_account a
        JOIN publishing_account_groups membership ON membership.account_id = a.id
        JOIN auth_group role ON role.id = membership.group_id
        WHERE a.id = account AND a.is_active AND role.name = ANY (roles)
    )
$$;

-- Only a record is expunged, and only one that is a draft or withdrawn.
CREATE OR REPLACE FUNCTION publishing_refuse_to_expunge(record_table text, record_key uuid)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    state text;
BEGIN
    IF NOT EXISTS (
        SELECT FROM information_schema.columns
        WHERE table_schema = 'public' AND table_name = record_table AND column_name = 'withdrawn_at'
    ) THEN
        PERFORM publishing_refuse('only_records_are_expunged', record_table);
    END IF;
    EXECUTE format('SELECT state FROM %I WHERE id = $1 FOR UPDATE', record_table)
        INTO state USING record_key;
    IF state IS NULL OR state NOT IN ('draft', 'withdrawn') THEN
        PERFORM publishing_refuse('expunged_record_was_withdrawn_first', record_table);
    END IF;
END $$;

-- The record with all that goes with it, in rounds: what the rows of the last round hold
-- (publishing_held_by, made of the models' keys), after what other rooms keep of it (each in a
-- function …_traces_of_<table>).
CREATE OR REPLACE FUNCTION publishing_find_parts(record_table text, record_key uuid)
RETURNS TABLE (table_name text, row_id uuid) LANGUAGE plpgsql AS $$
DECLARE
    reached uuid[] := '{}';
    fresh uuid[] := ARRAY[record_key];
    round uuid[];
    traces text;
BEGIN
    RETURN QUERY SELECT record_table, record_key;
    FOR traces IN SELECT oid::regproc FROM pg_proc
        WHERE pronamespace = 'public'::regnamespace AND proname ~ ('_traces_of_' || record_table || '$')
    LOOP
        FOR table_name, row_id IN EXECUTE format('SELECT * FROM %s($1)', traces) USING record_key LOOP
            fresh := fresh || row_id;
            RETURN NEXT;
        END LOOP;
    END LOOP;
    WHILE cardinality(fresh) > 0 LOOP
        reached := reached || fresh;
        round := '{}';
        FOR table_name, row_id IN
            SELECT DISTINCT held.* FROM publishing_held_by(fresh) held
            WHERE held.row_id <> ALL (reached)
        LOOP
            round := round || row_id;
            RETURN NEXT;
        END LOOP;
        fresh := round;
    END LOOP;
END $$;

-- Erases a record, its requests and all that goes with it. What was ever seen leaves a tombstone of
-- its own: an embargo may never have opened, and whoever was only counted leaves nothing that says
-- so; `was_seen` says it of a record that a restore brought back. For the owner alone, who replays
-- tombstones then.
CREATE OR REPLACE FUNCTION publishing_erase(
    record_table text, record_key uuid, why text, approver bigint, asker bigint, was_seen boolean,
    marks text[] DEFAULT '{}'
) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    tables text[];
    keys uuid[];
    part_table text;
BEGIN
    SELECT array_agg(part.table_name), array_agg(part.row_id) INTO tables, keys
        FROM publishing_find_parts(record_table, record_key) part;
    INSERT INTO publishing_tombstone
        (record_id, table_name, reason, was_public, expunged_at, expunged_by_id, asked_by_id, rows,
         marks)
    SELECT part.key, part.table_name, why, was_seen OR seen.id IS NOT NULL, now(), approver, asker,
        CASE WHEN part.key = record_key THEN keys ELSE '{}' END,
        CASE WHEN part.key = record_key THEN publishing_erase.marks ELSE '{}' END
    FROM unnest(tables, keys) AS part (table_name, key)
    LEFT JOIN (SELECT DISTINCT c.id FROM live_change c WHERE c.id = ANY (keys)) seen
        ON seen.id = part.key
    WHERE seen.id IS NOT NULL OR part.key = record_key
    ON CONFLICT DO NOTHING;  -- what is gone already
    -- What this transaction wrote before is asked about while its guards still speak.
    SET CONSTRAINTS ALL IMMEDIATE;
    SET CONSTRAINTS ALL DEFERRED;
    PERFORM set_config('tracker.expunging', 'yes', true);
    FOR part_table IN SELECT DISTINCT unnest(tables) LOOP
        EXECUTE format('DELETE FROM %I WHERE id = ANY ($1)', part_table) USING keys;
    END LOOP;
    SET CONSTRAINTS ALL IMMEDIATE;
    SET CONSTRAINTS ALL DEFERRED;
    PERFORM set_config('tracker.expunging', '', true);
    PERFORM publishing_forget(keys);
END $$;

CREATE OR REPLACE FUNCTION publishing_forget(keys uuid[])
RETURNS void LANGUAGE sql AS $$
    UPDATE publishing_history SET old = NULL, new = NULL, salt = NULL, reason = ''
    WHERE row_id = ANY (keys) AND table_name <> 'publishing_tombstone';
    DELETE FROM publishing_proposedchange WHERE row_id = ANY (keys) OR proposal_id IN (
        SELECT id FROM publishing_proposal WHERE record_id = ANY (keys));
    DELETE FROM publishing_proposal WHERE record_id = ANY (keys);
    DELETE FROM publishing_publicmoment WHERE row_id = ANY (keys);
$$;

-- Since when a row is there, as the history has it, whose moments no login that serves can choose.
CREATE OR REPLACE FUNCTION publishing_is_older(key uuid, age interval)
RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT FROM publishing_history
        WHERE row_id = key AND operation = 'insert' AND at < now() - age)
$$;

-- Rows of a list whose time is over are forgotten without anybody's approval. The tombstone names
-- nobody: no person stands behind it.
CREATE OR REPLACE FUNCTION publishing_forget_expired(list_table text, list_key uuid, keys uuid[])
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO publishing_tombstone
        (record_id, table_name, reason, was_public, expunged_at, rows, marks)
    VALUES (list_key, list_table, 'other', false, now(), keys, '{}');
    PERFORM publishing_forget(keys);
END $$;

REVOKE ALL ON FUNCTION publishing_forget_expired(text, uuid, uuid[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION publishing_expunge(uuid, text[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION publishing_erase(text, uuid, text, bigint, bigint, boolean, text[])
    FROM PUBLIC;
REVOKE ALL ON FUNCTION publishing_forget(uuid[]) FROM PUBLIC;
