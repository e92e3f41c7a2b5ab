CREATE OR REPLACE FUNCTION releases_destination_lies_in_no_circle()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.within_id IS NOT NULL THEN
        PERFORM publishing_refuse_circle(
            'releases_destination_lies_in_no_circle', 'releases_destination', 'within_id', NEW.id);
    END IF;
    RETURN NULL;
END $$;
SELECT publishing_hold(
    'releases_destination_lies_in_no_circle', '{releases_destination}', 'INSERT OR UPDATE');
