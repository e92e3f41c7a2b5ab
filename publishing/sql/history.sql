-- Who, when and why of every change of every row. The actor and the reason are set for the
-- transaction by publishing.history.attribute_changes; without them the login is all that is known.
-- The functions run as the owner of the tables, so that no login that serves needs the right to write
-- here: it can say who acts and why, and nothing else of an entry.
-- A function for each operation, asked once for all rows of a statement: `old_rows` and `new_rows`
-- are what it changed. Argument: the columns that follow from others, with commas between; nobody
-- wrote them, and the column that is the row's id, if it has another name.
DO $$ DECLARE one record; BEGIN
    FOR one IN SELECT * FROM (VALUES
        ('insert', 'SELECT NULL::jsonb AS before, to_jsonb(n) - follows AS after FROM new_rows n'),
        ('delete', 'SELECT to_jsonb(o) - follows AS before, NULL::jsonb AS after FROM old_rows o'),
        -- In the order in which they were written. A row whose id changed is told as two.
        ('update', 'SELECT before, after
            FROM (SELECT id, to_jsonb(o) - follows AS before FROM old_rows o) o
            FULL JOIN (
                SELECT id, to_jsonb(n) - follows AS after, row_number() OVER () AS place
                FROM new_rows n
            ) n USING (id)
            WHERE before IS DISTINCT FROM after ORDER BY place')
    ) AS kinds (operation, changed) LOOP
        EXECUTE format($build$
            CREATE OR REPLACE FUNCTION publishing_write_history_of_%1$s()
            RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
            AS $body$
            DECLARE
                follows text[] := string_to_array(TG_ARGV[0], ',');
                actor bigint := nullif(current_setting('tracker.actor', true), '')::bigint;
                -- current_user is the owner here; a superuser's address is entered as a role
                login text := coalesce(nullif(current_setting('role'), 'none'), session_user);
                reason text := coalesce(current_setting('tracker.reason', true), '');
                number bigint := pg_current_xact_id()::text::bigint;
                key text := coalesce(TG_ARGV[1], 'id');
            BEGIN
                WITH written AS (
                    INSERT INTO publishing_history (
                        at, transaction, actor_id, login, reason, table_name, row_id, operation,
                        old, new, salt, commitment
                    )
                    SELECT clock_timestamp(), number, actor, login, reason, TG_TABLE_NAME,
                        (coalesce(after, before) ->> key)::uuid, %1$L, before, after, salt,
                        commitment(salt, reason, before, after)
                    FROM (SELECT changed.*, gen_random_uuid() AS salt FROM (%2$s) changed) salted
                    RETURNING id
                )
                INSERT INTO publishing_seal (number, entries, digests)
                SELECT -number, ARRAY[min(id)], '{}' FROM written HAVING count(*) > 0
                ON CONFLICT DO NOTHING;
                RETURN NULL;
            END $body$
        $build$, one.operation, one.changed);
        EXECUTE format(
            'REVOKE ALL ON FUNCTION publishing_write_history_of_%s() FROM PUBLIC', one.operation);
    END LOOP;
END $$;

-- The first entry of a transaction opens a seal, under a number below zero that nobody else sees.
-- When the transaction commits, the seal is closed over all its entries and what was sealed before.
-- One after another: whoever commits waits for the seal of who committed first, and for nothing more.
CREATE OR REPLACE FUNCTION publishing_close_seal()
RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    written bigint[];
    digested bytea[];
    last publishing_seal;
BEGIN
    SELECT array_agg(entry.id ORDER BY entry.id), array_agg(digest(entry) ORDER BY entry.id)
        INTO written, digested
        FROM publishing_history entry
        WHERE entry.id >= NEW.entries[1] AND entry.transaction = -NEW.number;
    PERFORM pg_advisory_xact_lock('publishing_seal'::regclass::bigint);
    SELECT * INTO last FROM publishing_seal WHERE number > 0 ORDER BY number DESC LIMIT 1;
    last.number := coalesce(last.number, 0) + 1;
    UPDATE publishing_seal SET number = last.number, entries = written, digests = digested,
        hash = sha256(coalesce(last.hash, '') || int8send(last.number) || (
            SELECT string_agg(each, '' ORDER BY place)
            FROM unnest(digested) WITH ORDINALITY AS digests (each, place)))
        WHERE number = NEW.number;
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION publishing_close_seal() FROM PUBLIC;

DROP TRIGGER IF EXISTS closed_at_commit ON publishing_seal;
CREATE CONSTRAINT TRIGGER closed_at_commit AFTER INSERT ON publishing_seal
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.number < 0)
    EXECUTE FUNCTION publishing_close_seal();

-- What a tombstone says of erased rows is sealed with everything else.
CREATE OR REPLACE TRIGGER history AFTER INSERT ON publishing_tombstone
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT
    EXECUTE FUNCTION publishing_write_history_of_insert('', 'record_id');
