-- Who, when and why of every change of every row. The actor and the reason are set for the
-- transaction by publishing.history.acting; without them the login is all that is known.
-- Argument: the columns that follow from others, with commas between; nobody wrote them.
CREATE OR REPLACE FUNCTION publishing_write_history()
RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    follows text[] := string_to_array(TG_ARGV[0], ',');
    before jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - follows END;
    after jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - follows END;
    grain uuid := gen_random_uuid();
BEGIN
    IF before IS DISTINCT FROM after THEN
        INSERT INTO publishing_history (
            at, transaction, actor_id, login, reason, table_name, row_id, operation,
            old, new, salt, commitment
        ) VALUES (
            clock_timestamp(),
            pg_current_xact_id()::text::bigint,
            nullif(current_setting('tracker.actor', true), '')::bigint,
            -- a superuser's address is entered as a role, which current_user hides while expunging
            coalesce(nullif(current_setting('role'), 'none'), session_user),
            coalesce(current_setting('tracker.reason', true), ''),
            TG_TABLE_NAME,
            (coalesce(after, before) ->> 'id')::uuid,
            lower(TG_OP),
            before,
            after,
            grain,
            sha256(convert_to(grain::text || coalesce(before::text, '') || coalesce(after::text, ''), 'UTF8'))
        );
    END IF;
    RETURN NULL;
END $$;
