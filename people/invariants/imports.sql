-- A list whose time is over is applied by nobody, deleted or not yet.
CREATE OR REPLACE FUNCTION people_import_is_applied_in_its_time()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.state = 'applied' AND OLD.state <> 'applied'
       AND NEW.created_at <= now() - people_plan_lifetime() THEN
        PERFORM publishing_refuse('people_import_is_applied_in_its_time', NEW.id::text);
    END IF;
    RETURN NULL;
END $$;
SELECT publishing_hold('people_import_is_applied_in_its_time', '{people_import}', 'UPDATE');
