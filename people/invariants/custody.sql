-- Whatever lies within something begins no sooner and ends no later, as far as the dates can tell:
-- a placement within its custody, and a placement within the one around it. The custody is locked,
-- so its dates and those of its placements cannot be moved apart by two people at once.
CREATE OR REPLACE FUNCTION people_refuse_misplaced(held_in uuid)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    misplaced uuid;
BEGIN
    PERFORM FROM people_custody WHERE id = held_in FOR NO KEY UPDATE;
    SELECT p.id INTO misplaced
    FROM people_placement p
    CROSS JOIN LATERAL (
        SELECT started_earliest, ended_latest FROM people_custody WHERE id = held_in
        UNION ALL
        SELECT started_earliest, ended_latest FROM people_placement WHERE id = p.within_id
    ) around
    WHERE p.custody_id = held_in
      AND (least(p.started_latest, p.ended_latest) < around.started_earliest
           OR greatest(p.started_earliest, p.ended_earliest) > around.ended_latest)
    LIMIT 1;
    IF FOUND THEN
        PERFORM publishing_refuse('people_placement_lies_within_its_custody', misplaced::text);
    END IF;
END $$;

CREATE OR REPLACE FUNCTION people_placement_lies_within_its_custody()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM people_refuse_misplaced(NEW.custody_id);
    RETURN NULL;
END $$;
SELECT publishing_hold(
    'people_placement_lies_within_its_custody', '{people_placement}', 'INSERT OR UPDATE');

CREATE OR REPLACE FUNCTION people_custody_holds_its_placements()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM people_refuse_misplaced(NEW.id);
    RETURN NULL;
END $$;
SELECT publishing_hold('people_custody_holds_its_placements', '{people_custody}', 'UPDATE');

-- A cell is in a colony of the same custody, and no two placements are in each other.
CREATE OR REPLACE FUNCTION people_placement_nests_in_its_own_custody()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM people_placement p
        JOIN people_placement around ON around.id = p.within_id
        WHERE p.id = NEW.id AND p.custody_id <> around.custody_id
    ) OR EXISTS (
        SELECT FROM people_placement p
        WHERE p.within_id = NEW.id AND p.custody_id <> NEW.custody_id
    ) THEN
        PERFORM publishing_refuse('people_placement_nests_in_its_own_custody', NEW.id::text);
    END IF;
    RETURN NULL;
END $$;
SELECT publishing_hold(
    'people_placement_nests_in_its_own_custody', '{people_placement}', 'INSERT OR UPDATE');

CREATE OR REPLACE FUNCTION people_placement_nests_in_no_circle()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.within_id IS NOT NULL THEN
        PERFORM publishing_refuse_circle(
            'people_placement_nests_in_no_circle', 'people_placement', 'within_id', NEW.id);
    END IF;
    RETURN NULL;
END $$;
SELECT publishing_hold(
    'people_placement_nests_in_no_circle', '{people_placement}', 'INSERT OR UPDATE');
