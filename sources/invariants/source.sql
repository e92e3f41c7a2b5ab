-- Who relays whom is a way back to somebody who saw it; a circle of sources has no origin.
CREATE OR REPLACE FUNCTION sources_source_relays_in_no_circle()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.upstream_id IS NOT NULL THEN
        PERFORM publishing_refuse_circle(
            'sources_source_relays_in_no_circle', 'sources_source', 'upstream_id', NEW.id);
    END IF;
    RETURN NULL;
END $$;
SELECT publishing_hold(
    'sources_source_relays_in_no_circle', '{sources_source}', 'INSERT OR UPDATE');
