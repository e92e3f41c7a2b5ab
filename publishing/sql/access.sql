-- What an account may do is given by two administrators: one asks, another gives. The owner of the
-- tables gives alone, which makes the first two. To close an account, or to take a role away, one is
-- enough. A closed account may have roles, for nobody acts with it but a programme of ours; it loses
-- them when it is opened.

-- Who asked is who wrote the request, as the history has it; who gives is the actor of this
-- transaction.
CREATE OR REPLACE FUNCTION publishing_give_access(request_key uuid)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    request publishing_accessrequest;
    asker bigint := (
        SELECT actor_id FROM publishing_history WHERE row_id = request_key AND operation = 'insert');
    giver bigint := nullif(current_setting('tracker.actor', true), '')::bigint;
BEGIN
    SELECT * INTO request FROM publishing_accessrequest
        WHERE id = request_key AND given_at IS NULL FOR UPDATE;
    IF request.id IS NULL OR asker = giver OR request.account_id IN (asker, giver)
       OR NOT publishing_has_role(asker, 'administrator')
       OR NOT publishing_has_role(giver, 'administrator') THEN
        PERFORM publishing_refuse('access_is_given_by_two', request_key::text);
    END IF;
    IF request.role_id IS NULL THEN
        UPDATE publishing_account SET is_active = true, is_staff = true
            WHERE id = request.account_id;
        -- After it: a role that somebody gives at this moment waits for the row, or is here by now.
        DELETE FROM publishing_account_groups WHERE account_id = request.account_id;
    ELSE
        INSERT INTO publishing_account_groups (account_id, group_id)
            VALUES (request.account_id, request.role_id) ON CONFLICT DO NOTHING;
    END IF;
    UPDATE publishing_accessrequest SET given_at = now(), given_by_id = giver
        WHERE id = request_key;
END $$;
REVOKE ALL ON FUNCTION publishing_give_access(uuid) FROM PUBLIC;

CREATE OR REPLACE FUNCTION publishing_is_owned(relation oid)
RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT pg_has_role(relowner, 'usage') FROM pg_class WHERE oid = relation
$$;

CREATE OR REPLACE FUNCTION publishing_guard_account()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.is_active AND (OLD.is_active IS NOT TRUE OR NEW.is_staff AND NOT OLD.is_staff)
       AND NOT publishing_is_owned(TG_RELID) THEN
        PERFORM publishing_refuse('access_is_given_by_two', NEW.id::text);
    END IF;
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER access_is_given_by_two AFTER INSERT OR UPDATE ON publishing_account
    FOR EACH ROW EXECUTE FUNCTION publishing_guard_account();

CREATE OR REPLACE FUNCTION publishing_guard_role()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM publishing_account WHERE id = NEW.account_id AND NOT is_active FOR SHARE;
    IF NOT FOUND AND NOT publishing_is_owned(TG_RELID) THEN
        PERFORM publishing_refuse('access_is_given_by_two', NEW.account_id::text);
    END IF;
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER access_is_given_by_two AFTER INSERT OR UPDATE ON publishing_account_groups
    FOR EACH ROW EXECUTE FUNCTION publishing_guard_role();
