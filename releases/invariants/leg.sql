-- The moves of one person are one journey. The person is locked, because each leg can be right
-- beside those that it sees and wrong beside one that is being written at the same time.

-- No later number is certainly before an earlier one.
CREATE OR REPLACE FUNCTION releases_leg_numbers_follow_their_dates()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM people_person WHERE id = NEW.person_id FOR NO KEY UPDATE;
    IF EXISTS (
        SELECT FROM releases_leg a JOIN releases_leg b USING (person_id)
        WHERE a.person_id = NEW.person_id AND a.number < b.number
          AND least(b.departed_on_latest, b.arrived_on_latest)
            < greatest(a.departed_on_earliest, a.arrived_on_earliest)
    ) THEN
        PERFORM publishing_refuse('releases_leg_numbers_follow_their_dates', NEW.person_id::text);
    END IF;
    RETURN NULL;
END $$;
SELECT publishing_hold(
    'releases_leg_numbers_follow_their_dates', '{releases_leg}', 'INSERT OR UPDATE');

-- Each leg starts at the place where the last one ended, at one within it or around it, or says
-- why not.
CREATE OR REPLACE FUNCTION releases_refuse_a_jump(traveller uuid)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    jump smallint;
BEGIN
    PERFORM FROM people_person WHERE id = traveller FOR NO KEY UPDATE;
    SELECT number INTO jump
    FROM (
        SELECT number, origin_id, break_reason,
            lag(destination_id) OVER (ORDER BY number) AS last_place
        FROM releases_leg WHERE person_id = traveller
    ) legs
    WHERE last_place <> origin_id AND break_reason = ''
      AND NOT releases_is_within(origin_id, last_place)
      AND NOT releases_is_within(last_place, origin_id)
    LIMIT 1;
    IF FOUND THEN
        PERFORM publishing_refuse(
            'releases_leg_starts_where_the_last_one_ended', traveller || ' ' || jump);
    END IF;
END $$;

CREATE OR REPLACE FUNCTION releases_leg_starts_where_the_last_one_ended()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        PERFORM releases_refuse_a_jump(OLD.person_id);
    END IF;
    IF TG_OP <> 'DELETE' THEN
        PERFORM releases_refuse_a_jump(NEW.person_id);
    END IF;
    RETURN NULL;
END $$;
SELECT publishing_hold(
    'releases_leg_starts_where_the_last_one_ended', '{releases_leg}',
    'INSERT OR UPDATE OR DELETE');

-- A place that moves takes the legs to and from it, and to and from all within it, along.
CREATE OR REPLACE FUNCTION releases_destination_keeps_journeys_whole()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.within_id IS DISTINCT FROM NEW.within_id THEN
        PERFORM releases_refuse_a_jump(person_id)
        FROM (
            SELECT DISTINCT person_id FROM releases_leg
            WHERE releases_is_within(origin_id, NEW.id)
               OR releases_is_within(destination_id, NEW.id)
            ORDER BY person_id
        ) travellers;
    END IF;
    RETURN NULL;
END $$;
SELECT publishing_hold(
    'releases_destination_keeps_journeys_whole', '{releases_destination}', 'UPDATE');
