-- Has the database hold an invariant: the trigger function of the same name is asked at the end of
-- the transaction, or when an action asks it to be, about every row of `tables` that changed.
-- A guard across rows locks their parent FOR NO KEY UPDATE before it looks: of two transactions
-- that are each right alone and wrong together, the second then sees what the first one did; and
-- the lock is one that writing a row which refers to the parent does not wait for.
CREATE OR REPLACE FUNCTION publishing_hold(invariant text, tables text[], events text)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    held text;
BEGIN
    FOREACH held IN ARRAY tables LOOP
        EXECUTE format('DROP TRIGGER IF EXISTS %I ON %I', invariant, held);
        EXECUTE format(
            'CREATE CONSTRAINT TRIGGER %I AFTER %s ON %I DEFERRABLE INITIALLY DEFERRED'
            ' FOR EACH ROW EXECUTE FUNCTION %I()', invariant, events, held, invariant);
    END LOOP;
END $$;

-- Refuses a row that is reached from itself by one of its keys. Every row on the way is locked, so
-- that no other transaction closes a circle with half of it.
CREATE OR REPLACE FUNCTION publishing_refuse_circle(
    invariant text, looked_in text, key text, start uuid
) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    here uuid := start;
    seen uuid[] := '{}';
BEGIN
    WHILE here IS NOT NULL LOOP
        IF here = ANY (seen) THEN
            PERFORM publishing_refuse(invariant, looked_in || ' ' || here);
        END IF;
        seen := seen || here;
        EXECUTE format('SELECT %I FROM %I WHERE id = $1 FOR NO KEY UPDATE', key, looked_in)
            INTO here USING here;
    END LOOP;
END $$;
