-- Who, when and why of every change of every row. The actor and the reason are set for the
-- transaction by publishing.history.attribute_changes; without them the login is all that is known.
-- The functions run as the owner of the tables, so that no login that serves needs the right to write
-- here: it can say who acts and why, and nothing else of an entry.
-- A function for each operation, asked once for all rows of a statement: `old_rows` and `new_rows`
-- are what it changed. Argument: the columns that follow from others, with commas between; nobody
-- wrote them.
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
            BEGIN
                INSERT INTO publishing_history (
                    at, transaction, actor_id, login, reason, table_name, row_id, operation,
                    old, new, salt, commitment
                )
                SELECT clock_timestamp(), number, actor, login, reason, TG_TABLE_NAME,
                    (coalesce(after, before) ->> 'id')::uuid, %1$L, before, after, salt,
                    sha256(convert_to(
                        salt::text || coalesce(before::text, '') || coalesce(after::text, ''),
                        'UTF8'))
                FROM (SELECT changed.*, gen_random_uuid() AS salt FROM (%2$s) changed) salted;
                RETURN NULL;
            END $body$
        $build$, one.operation, one.changed);
        EXECUTE format(
            'REVOKE ALL ON FUNCTION publishing_write_history_of_%s() FROM PUBLIC', one.operation);
    END LOOP;
END $$;
