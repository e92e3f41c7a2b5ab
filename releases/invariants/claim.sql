-- What must hold between a claim, its scope and the claims with the same key.

-- A scope has only dimensions that the measure knows. The claim is locked, so that its measure
-- does not change under a scope that is being written.
CREATE OR REPLACE FUNCTION releases_refuse_scope(of_claim uuid)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    counted text;
BEGIN
    SELECT measure INTO counted FROM releases_claim WHERE id = of_claim FOR NO KEY UPDATE;
    IF EXISTS (
        SELECT FROM releases_claimscope
        WHERE claim_id = of_claim AND NOT releases_measure_allows(counted, dimension)
    ) THEN
        PERFORM publishing_refuse('releases_claim_scope_fits_the_measure', of_claim::text);
    END IF;
END $$;

CREATE OR REPLACE FUNCTION releases_claimscope_fits_the_measure()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM releases_refuse_scope(NEW.claim_id);
    RETURN NULL;
END $$;
SELECT publishing_hold(
    'releases_claimscope_fits_the_measure', '{releases_claimscope}', 'INSERT OR UPDATE');

CREATE OR REPLACE FUNCTION releases_claim_measure_fits_the_scope()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.measure <> NEW.measure THEN
        PERFORM releases_refuse_scope(NEW.id);
    END IF;
    RETURN NULL;
END $$;
SELECT publishing_hold('releases_claim_measure_fits_the_scope', '{releases_claim}', 'UPDATE');

-- The key of a claim and its times, its scope as a set.
CREATE OR REPLACE FUNCTION releases_key_and_time(of_claim uuid)
RETURNS jsonb LANGUAGE sql STABLE AS $$
    SELECT jsonb_build_array(
        wave_id, side_id, country, event_id, programme_id,
        measure, unit, currency, per_cent_base, yardstick_id,
        period_start, period_end, period_start_event_id, period_end_event_id, as_of,
        (
            SELECT jsonb_agg(jsonb_build_array(dimension, value, place_id)
                ORDER BY dimension, value, place_id)
            FROM releases_claimscope WHERE claim_id = c.id
        )
    )
    FROM releases_claim c WHERE id = of_claim
$$;

-- One claim is preferred per key and time. Its subject may be a country, which is no row; so the
-- key itself is locked.
CREATE OR REPLACE FUNCTION releases_refuse_second_preferred(of_claim uuid)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    key jsonb := releases_key_and_time(of_claim);
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('preferred ' || key::text, 0));
    IF EXISTS (
        SELECT FROM releases_claim this JOIN releases_claim other
            ON other.id <> this.id AND other.measure = this.measure
            AND other.country = this.country
            AND other.wave_id IS NOT DISTINCT FROM this.wave_id
        WHERE this.id = of_claim
          AND this.is_preferred AND this.state <> 'withdrawn'
          AND other.is_preferred AND other.state <> 'withdrawn'
          AND releases_key_and_time(other.id) = key
    ) THEN
        PERFORM publishing_refuse('releases_claim_one_is_preferred', of_claim::text);
    END IF;
END $$;

CREATE OR REPLACE FUNCTION releases_claim_one_is_preferred()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.is_preferred THEN
        PERFORM releases_refuse_second_preferred(NEW.id);
    END IF;
    RETURN NULL;
END $$;
SELECT publishing_hold(
    'releases_claim_one_is_preferred', '{releases_claim}', 'INSERT OR UPDATE');

CREATE OR REPLACE FUNCTION releases_claimscope_one_is_preferred()
RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    scope_of uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.claim_id ELSE NEW.claim_id END;
BEGIN
    PERFORM releases_refuse_second_preferred(id)
    FROM releases_claim WHERE id = scope_of AND is_preferred;
    RETURN NULL;
END $$;
SELECT publishing_hold(
    'releases_claimscope_one_is_preferred', '{releases_claimscope}',
    'INSERT OR UPDATE OR DELETE');

-- A figure is said somewhere; a derived one stands on its inputs instead.
CREATE OR REPLACE FUNCTION releases_refuse_unsourced(of_claim uuid)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM releases_claim WHERE id = of_claim FOR NO KEY UPDATE;
    IF EXISTS (
        SELECT FROM releases_claim c
        WHERE c.id = of_claim AND sent(c) AND c.mode <> 'derived'
          AND NOT EXISTS (SELECT FROM releases_claimcitation WHERE claim_id = c.id)
    ) THEN
        PERFORM publishing_refuse('releases_claim_published_has_a_source', of_claim::text);
    END IF;
END $$;

CREATE OR REPLACE FUNCTION releases_claim_published_has_a_source()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM releases_refuse_unsourced(NEW.id);
    RETURN NULL;
END $$;
SELECT publishing_hold('releases_claim_published_has_a_source', '{releases_claim}', 'UPDATE');

CREATE OR REPLACE FUNCTION releases_claim_keeps_its_last_source()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM releases_refuse_unsourced(OLD.claim_id);
    RETURN NULL;
END $$;
SELECT publishing_hold(
    'releases_claim_keeps_its_last_source', '{releases_claimcitation}', 'UPDATE OR DELETE');

CREATE OR REPLACE FUNCTION releases_claim_is_corrected_in_no_circle()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.corrected_by_id IS NOT NULL THEN
        PERFORM publishing_refuse_circle('releases_claim_is_corrected_in_no_circle',
            'releases_claim', 'corrected_by_id', NEW.id);
    END IF;
    RETURN NULL;
END $$;
SELECT publishing_hold(
    'releases_claim_is_corrected_in_no_circle', '{releases_claim}', 'INSERT OR UPDATE');
