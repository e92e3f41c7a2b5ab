-- How long a list may wait to be applied (people/imports/expiry.py has the same number).
CREATE OR REPLACE FUNCTION people_plan_lifetime()
RETURNS interval LANGUAGE sql IMMUTABLE AS $$ SELECT interval '30 days' $$;

-- When the time of an import is over, the rows that nobody took go. Where nothing of the list was
-- applied, it forgets what its file and its columns were called, with their history: that a list with
-- this checksum was read, when and by whom, stays. A plan that gave way to another is forgotten too.
-- Nobody passes a moment or a list: the age is what the history says.
CREATE OR REPLACE FUNCTION people_delete_expired_plans()
RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    actor text := coalesce(current_setting('tracker.actor', true), '');
    lifetime interval := people_plan_lifetime();
    over uuid[];
    forgotten uuid[];
    listing uuid;
BEGIN
    PERFORM set_config('tracker.actor', '', true);  -- whoever reads the next list did not do it
    SELECT array_agg(id) INTO over FROM (
        SELECT id FROM people_import i
        WHERE state <> 'expired' AND publishing_is_older(id, lifetime)
          AND (state <> 'applied' OR EXISTS (
              SELECT FROM people_importrow r WHERE r.listing_id = i.id AND NOT r.is_done))
        FOR UPDATE SKIP LOCKED) old;
    DELETE FROM people_importrow WHERE listing_id = ANY (over) AND NOT is_done;
    WITH emptied AS (
        UPDATE people_import SET state = 'expired', file_name = '', facts = '{}', columns = '[]',
            mapping_id = NULL
        WHERE id = ANY (over) AND state <> 'applied' RETURNING id
    ) SELECT array_agg(id) INTO forgotten FROM emptied;
    forgotten := coalesce(forgotten, '{}') || ARRAY(
        SELECT row_id FROM publishing_history
        WHERE table_name = 'people_import' AND operation = 'delete' AND salt IS NOT NULL
          AND publishing_is_older(row_id, lifetime));
    FOREACH listing IN ARRAY forgotten LOOP
        PERFORM publishing_forget_expired('people_import', listing, ARRAY[listing]);
    END LOOP;
    PERFORM set_config('tracker.actor', actor, true);
    RETURN coalesce(cardinality(over), 0);
END $$;
REVOKE ALL ON FUNCTION people_delete_expired_plans() FROM PUBLIC;
