-- The workflow of a record, held by the database for every login that serves.

-- State moves along the graph of publishing/enums.py, one step at a time; rows begin as drafts,
-- and only a draft that was never public can be deleted. Expunging goes through its own function.
CREATE OR REPLACE FUNCTION publishing_guard_state()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.state <> 'draft' THEN
            PERFORM publishing_refuse('record_begins_as_a_draft', TG_TABLE_NAME);
        END IF;
    ELSIF TG_OP = 'DELETE' THEN
        IF (OLD.state <> 'draft' OR OLD.published_at IS NOT NULL)
           AND NOT publishing_is_expunging() THEN
            PERFORM publishing_refuse('record_is_withdrawn_never_deleted', TG_TABLE_NAME);
        END IF;
    ELSIF NEW.state <> OLD.state AND (OLD.state || '>' || NEW.state) NOT IN (
        'draft>in_review', 'in_review>draft', 'in_review>approved', 'approved>draft',
        'approved>published', 'published>withdrawn'
    ) THEN
        PERFORM publishing_refuse('record_state_follows_the_graph', OLD.state || ' > ' || NEW.state);
    END IF;
    RETURN NULL;
END $$;

-- True inside publishing_expunge alone: it runs as the owner of the tables, whom no login that
-- serves can become.
CREATE OR REPLACE FUNCTION publishing_is_expunging()
RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT current_setting('tracker.expunging', true) = 'yes'
       AND current_user = (
           SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = 'publishing_history'::regclass
       )
$$;

-- The columns that an action moves; all others are content, which the second person approved.
CREATE OR REPLACE FUNCTION publishing_is_content(column_name text)
RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT column_name NOT IN (
        'state', 'withdrawal_reason',
        'created_at', 'created_by_id', 'submitted_at', 'submitted_by_id',
        'approved_at', 'approved_by_id', 'published_at', 'published_by_id',
        'withdrawn_at', 'withdrawn_by_id', 'embargo_confirmed_at', 'embargo_confirmed_by_id'
    )
$$;

-- True where a proposal accepted in this very transaction says that this column of this row
-- becomes this value.
CREATE OR REPLACE FUNCTION publishing_was_accepted(row_key uuid, what text, col text, value jsonb)
RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT FROM publishing_proposal p
        JOIN publishing_proposedchange c ON c.proposal_id = p.id
        WHERE p.state = 'accepted'
          AND p.decided_in = pg_current_xact_id()::text::bigint
          AND c.row_id = row_key AND c.operation = what
          AND (col IS NULL OR c.column_name = col)
          AND (what = 'delete' OR coalesce(c.new, 'null') = coalesce(value, 'null'))
    )
$$;

-- Argument: the columns that follow from others (publishing/derived.py), with commas between.
CREATE OR REPLACE FUNCTION publishing_guard_content()
RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    changed record;
BEGIN
    FOR changed IN
        SELECT n.key, n.value
        FROM jsonb_each(to_jsonb(NEW)) n
        JOIN jsonb_each(to_jsonb(OLD)) o USING (key)
        WHERE n.value IS DISTINCT FROM o.value
          AND publishing_is_content(n.key)
          AND n.key <> ALL (string_to_array(TG_ARGV[0], ','))
    LOOP
        IF NOT publishing_was_accepted(NEW.id, 'update', changed.key, changed.value) THEN
            PERFORM publishing_refuse(
                'published_content_changes_by_proposal', TG_TABLE_NAME || '.' || changed.key
            );
        END IF;
    END LOOP;
    RETURN NULL;
END $$;

-- A part is as fixed as its record: what changes it past the draft was accepted, column by column,
-- but for those that are `free`. Its trigger (publishing/schema/statements.py) has found the record.
CREATE OR REPLACE FUNCTION publishing_refuse_part(
    part_table text, operation text, old jsonb, new jsonb, free text[]
) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    here jsonb := CASE WHEN operation = 'delete' THEN old ELSE new END;
    changed record;
BEGIN
    IF publishing_is_expunging() THEN
        RETURN;
    ELSIF operation = 'update' THEN
        FOR changed IN
            SELECT n.key, n.value FROM jsonb_each(new) n JOIN jsonb_each(old) o USING (key)
            WHERE n.value IS DISTINCT FROM o.value AND n.key <> ALL (free)
        LOOP
            IF NOT publishing_was_accepted(
                (new ->> 'id')::uuid, 'update', changed.key, changed.value
            ) THEN
                PERFORM publishing_refuse(
                    'published_parts_change_by_proposal', part_table || '.' || changed.key
                );
            END IF;
        END LOOP;
    ELSIF NOT publishing_was_accepted((here ->> 'id')::uuid, operation, 'id', here -> 'id') THEN
        PERFORM publishing_refuse('published_parts_change_by_proposal', part_table);
    END IF;
END $$;

-- A published record has a source, and so has what is sent to review. Arguments: the table of its
-- citations and their key to it.
CREATE OR REPLACE FUNCTION publishing_guard_source()
RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    is_cited boolean;
BEGIN
    EXECUTE format('SELECT EXISTS (SELECT FROM %I WHERE %I = $1)', TG_ARGV[0], TG_ARGV[1])
        INTO is_cited USING NEW.id;
    -- What was merged into another record is cited there.
    IF NOT is_cited AND (to_jsonb(NEW) ->> 'merged_into_id') IS NULL THEN
        PERFORM publishing_refuse('published_record_has_a_source', TG_TABLE_NAME);
    END IF;
    RETURN NULL;
END $$;

-- Nor can the last citation of such a record go. Arguments: this table's key to the record,
-- the record's table.
CREATE OR REPLACE FUNCTION publishing_guard_last_source()
RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    record_key uuid := (to_jsonb(OLD) ->> TG_ARGV[0])::uuid;
    is_bare boolean;
BEGIN
    EXECUTE format(
        $query$SELECT EXISTS (SELECT FROM %I r WHERE r.id = $1 AND sent(r)
            AND NOT EXISTS (SELECT FROM %I c WHERE c.%I = r.id))$query$,
        TG_ARGV[1], TG_TABLE_NAME, TG_ARGV[0]
    ) INTO is_bare USING record_key;
    IF is_bare THEN
        PERFORM publishing_refuse('published_record_has_a_source', TG_ARGV[1]);
    END IF;
    RETURN NULL;
END $$;

-- Has every deferred guard speak now, and defers them again. Keys speak at the commit; and only then
-- is the history sealed and a new edition opened, since who commits next waits for both.
CREATE OR REPLACE FUNCTION publishing_ask_guards()
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    guards text := (
        SELECT string_agg(DISTINCT quote_ident(tgname), ', ') FROM pg_trigger
        WHERE tgdeferrable AND NOT tgisinternal AND tgrelid NOT IN (
            'publishing_seal'::regclass, 'publishing_changedrecord'::regclass));
BEGIN
    EXECUTE 'SET CONSTRAINTS ' || guards || ' IMMEDIATE';
    EXECUTE 'SET CONSTRAINTS ' || guards || ' DEFERRED';
END $$;
