-- Whose names or dates changed is compared anew with everybody else, whoever wrote the change and
-- by whatever way. A mark that stands already is locked and not only left: who compares takes it
-- away, and must not do so between this change and its commit.
CREATE OR REPLACE FUNCTION people_mark_uncompared()
RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    key text := TG_ARGV[0];
    before uuid := to_jsonb(OLD) ->> key;
    after uuid := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) ->> key END;
BEGIN
    INSERT INTO people_uncompared (person_id)
    SELECT DISTINCT who FROM unnest(ARRAY[before, after]) who WHERE who IS NOT NULL ORDER BY who
    ON CONFLICT (person_id) DO UPDATE SET person_id = excluded.person_id;
    RETURN NULL;
END $$;

-- Of many new rows at once.
CREATE OR REPLACE FUNCTION people_mark_new_uncompared()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO people_uncompared (person_id)
    SELECT DISTINCT person_id FROM new_rows ORDER BY person_id
    ON CONFLICT (person_id) DO UPDATE SET person_id = excluded.person_id;
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER uncompared
    AFTER DELETE OR UPDATE OF person_id, text, given, family, keys ON people_name
    FOR EACH ROW EXECUTE FUNCTION people_mark_uncompared('person_id');
CREATE OR REPLACE TRIGGER uncompared
    AFTER DELETE OR UPDATE OF person_id, started, ended ON people_custody
    FOR EACH ROW EXECUTE FUNCTION people_mark_uncompared('person_id');
CREATE OR REPLACE TRIGGER uncompared
    AFTER UPDATE OF birth, died, merged_into_id ON people_person
    FOR EACH ROW EXECUTE FUNCTION people_mark_uncompared('id');
CREATE OR REPLACE TRIGGER uncompared_when_new
    AFTER INSERT ON people_name REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION people_mark_new_uncompared();
CREATE OR REPLACE TRIGGER uncompared_when_new
    AFTER INSERT ON people_custody REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION people_mark_new_uncompared();
