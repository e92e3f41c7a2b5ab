-- A charge hangs on a custody, and a sentence on a charge, of the same person. A person is never
-- changed in such a row but by a mistake, so both ends are looked at, each by its key, and nothing needs a lock.
CREATE OR REPLACE FUNCTION people_charge_is_of_the_same_person()
RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    is_mixed boolean;
BEGIN
    IF TG_TABLE_NAME = 'people_custody' THEN
        is_mixed := EXISTS (
            SELECT FROM people_custody custody JOIN people_charge charge ON custody.id = custody_id
            WHERE custody.id = NEW.id AND charge.person_id <> custody.person_id);
    ELSIF NEW.custody_id IS NOT NULL THEN
        is_mixed := EXISTS (
            SELECT FROM people_charge charge JOIN people_custody custody ON custody.id = custody_id
            WHERE charge.id = NEW.id AND charge.person_id <> custody.person_id);
    END IF;
    IF is_mixed THEN
        PERFORM publishing_refuse('people_charge_is_of_the_same_person', NEW.id::text);
    END IF;
    RETURN NULL;
END $$;
SELECT publishing_hold(
    'people_charge_is_of_the_same_person', '{people_charge,people_custody}', 'INSERT OR UPDATE');

CREATE OR REPLACE FUNCTION people_sentence_is_of_the_same_person()
RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    is_mixed boolean;
BEGIN
    IF TG_TABLE_NAME = 'people_charge' THEN
        is_mixed := EXISTS (
            SELECT FROM people_charge charge JOIN people_sentence sentence ON charge.id = charge_id
            WHERE charge.id = NEW.id AND sentence.person_id <> charge.person_id);
    ELSIF NEW.charge_id IS NOT NULL THEN
        is_mixed := EXISTS (
            SELECT FROM people_sentence sentence JOIN people_charge charge ON charge.id = charge_id
            WHERE sentence.id = NEW.id AND sentence.person_id <> charge.person_id);
    END IF;
    IF is_mixed THEN
        PERFORM publishing_refuse('people_sentence_is_of_the_same_person', NEW.id::text);
    END IF;
    RETURN NULL;
END $$;
SELECT publishing_hold(
    'people_sentence_is_of_the_same_person', '{people_sentence,people_charge}',
    'INSERT OR UPDATE');
