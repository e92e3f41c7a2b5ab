-- Every guard speaks through this: the name of the invariant is what the staff's sentence hangs on.
CREATE OR REPLACE FUNCTION publishing_refuse(invariant text, detail text DEFAULT '')
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%: %', invariant, detail
        USING ERRCODE = 'check_violation', CONSTRAINT = invariant;
END $$;
