-- When the time of a pasted list is over, what nobody entered goes, with its history: lines, and whom
-- any line may have meant. What was entered goes with its person. That a list with this checksum was
-- pasted, when and by whom, stays. See people/sql/expired_plans.sql.
CREATE OR REPLACE FUNCTION releases_delete_expired_lists()
RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    actor text := coalesce(current_setting('tracker.actor', true), '');
    over uuid[];
    forgotten uuid[];
    intake uuid;
BEGIN
    PERFORM set_config('tracker.actor', '', true);  -- whoever reads the next list did not do it
    SELECT array_agg(id) INTO over FROM (
        SELECT id FROM releases_intakelist
        WHERE expired_at IS NULL AND publishing_is_older(id, people_plan_lifetime())
        FOR UPDATE SKIP LOCKED) old;
    FOREACH intake IN ARRAY coalesce(over, '{}') LOOP
        SELECT array_agg(part.row_id) INTO forgotten
            FROM publishing_find_parts('releases_intakelist', intake) part
            WHERE part.row_id <> intake AND NOT EXISTS (
                SELECT FROM releases_intakeline line
                WHERE line.id = part.row_id AND line.entered_at IS NOT NULL);
        DELETE FROM releases_intakecandidate WHERE id = ANY (forgotten);
        DELETE FROM releases_intakeline WHERE id = ANY (forgotten);
        UPDATE releases_intakelist SET expired_at = now() WHERE id = intake;
        PERFORM publishing_forget_expired(
            'releases_intakelist', intake, coalesce(forgotten, '{}'));
    END LOOP;
    PERFORM set_config('tracker.actor', actor, true);
    RETURN coalesce(cardinality(over), 0);
END $$;
REVOKE ALL ON FUNCTION releases_delete_expired_lists() FROM PUBLIC;
