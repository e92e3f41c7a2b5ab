-- A line of a list whose time is over is entered by nobody, deleted or not yet.
CREATE OR REPLACE FUNCTION releases_intakeline_is_entered_in_its_time()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.entered_at IS NOT NULL AND OLD.entered_at IS NULL AND EXISTS (
        SELECT FROM releases_intakelist
        WHERE id = NEW.intake_id AND made_at <= now() - people_plan_lifetime()
    ) THEN
        PERFORM publishing_refuse('releases_intakeline_is_entered_in_its_time', NEW.id::text);
    END IF;
    RETURN NULL;
END $$;
SELECT publishing_hold(
    'releases_intakeline_is_entered_in_its_time', '{releases_intakeline}', 'UPDATE');
