-- A derived figure is a formula over other claims, never over itself.

-- Every claim that a derived one is made of, at any depth.
CREATE OR REPLACE FUNCTION releases_inputs(of_claim uuid)
RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
    WITH RECURSIVE inputs AS (
        SELECT term_id FROM releases_derivedterm WHERE claim_id = of_claim
        UNION
        SELECT t.term_id FROM inputs i JOIN releases_derivedterm t ON t.claim_id = i.term_id
    )
    SELECT term_id FROM inputs
$$;

-- The claim is locked, so that nobody sends it to review while its formula goes.
CREATE OR REPLACE FUNCTION releases_refuse_formula(of_claim uuid)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    claim record;
    has_formula boolean := EXISTS (SELECT FROM releases_derivedterm WHERE claim_id = of_claim);
BEGIN
    SELECT state, mode INTO claim FROM releases_claim WHERE id = of_claim FOR NO KEY UPDATE;
    IF claim.mode <> 'derived' AND has_formula THEN
        PERFORM publishing_refuse('releases_claim_only_a_derived_one_has_a_formula', of_claim::text);
    ELSIF claim.mode = 'derived' AND sent(claim) AND NOT has_formula THEN
        PERFORM publishing_refuse('releases_claim_derived_has_a_formula', of_claim::text);
    END IF;
END $$;

CREATE OR REPLACE FUNCTION releases_claim_derived_has_a_formula()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM releases_refuse_formula(NEW.id);
    RETURN NULL;
END $$;
SELECT publishing_hold('releases_claim_derived_has_a_formula', '{releases_claim}', 'UPDATE');

CREATE OR REPLACE FUNCTION releases_formula_is_of_a_derived_claim()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM releases_refuse_formula(
        CASE WHEN TG_OP = 'DELETE' THEN OLD.claim_id ELSE NEW.claim_id END);
    RETURN NULL;
END $$;
SELECT publishing_hold(
    'releases_formula_is_of_a_derived_claim', '{releases_derivedterm}',
    'INSERT OR UPDATE OR DELETE');

-- Both ends of a term are locked: two formulas that close a circle touch at least one claim in
-- common, and the second one then sees the first.
CREATE OR REPLACE FUNCTION releases_formula_has_no_circle()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM releases_claim
    WHERE id IN (SELECT NEW.claim_id UNION SELECT releases_inputs(NEW.claim_id))
    ORDER BY id FOR NO KEY UPDATE;
    IF NEW.claim_id IN (SELECT releases_inputs(NEW.claim_id)) THEN
        PERFORM publishing_refuse('releases_formula_has_no_circle', NEW.claim_id::text);
    END IF;
    RETURN NULL;
END $$;
SELECT publishing_hold(
    'releases_formula_has_no_circle', '{releases_derivedterm}', 'INSERT OR UPDATE');
