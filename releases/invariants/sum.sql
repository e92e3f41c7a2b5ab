-- A total is not one of its own parts, and a derived figure is no part of what it is made of: such
-- a sum would prove itself. The part is locked, so that its formula stays while the sum is written.
CREATE OR REPLACE FUNCTION releases_refuse_part(of_claim uuid)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    total record;
BEGIN
    PERFORM FROM releases_claim WHERE id = of_claim FOR NO KEY UPDATE;
    FOR total IN
        SELECT s.total_id AS id FROM releases_sumpart p JOIN releases_sum s ON s.id = p.sum_id
        WHERE p.claim_id = of_claim
    LOOP
        IF total.id = of_claim THEN
            PERFORM publishing_refuse('releases_sumpart_is_not_its_total', of_claim::text);
        ELSIF total.id IN (SELECT releases_inputs(of_claim)) THEN
            PERFORM publishing_refuse('releases_sumpart_is_not_made_of_its_total', of_claim::text);
        END IF;
    END LOOP;
END $$;

CREATE OR REPLACE FUNCTION releases_sumpart_is_not_its_total()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM releases_refuse_part(NEW.claim_id);
    RETURN NULL;
END $$;
SELECT publishing_hold(
    'releases_sumpart_is_not_its_total', '{releases_sumpart}', 'INSERT OR UPDATE');

CREATE OR REPLACE FUNCTION releases_sum_total_is_not_its_part()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM releases_refuse_part(claim_id) FROM releases_sumpart
    WHERE sum_id = NEW.id AND claim_id IS NOT NULL;
    RETURN NULL;
END $$;
SELECT publishing_hold('releases_sum_total_is_not_its_part', '{releases_sum}', 'UPDATE');

-- A new term can make a derived claim of what it is a part of; so can a term of one of its inputs.
CREATE OR REPLACE FUNCTION releases_formula_makes_no_part_of_its_total()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM releases_refuse_part(claim_id) FROM releases_sumpart
    WHERE claim_id = NEW.claim_id OR NEW.claim_id IN (SELECT releases_inputs(claim_id));
    RETURN NULL;
END $$;
SELECT publishing_hold(
    'releases_formula_makes_no_part_of_its_total', '{releases_derivedterm}', 'INSERT OR UPDATE');
