-- A release in a wave is of the person who is the member, and only of one who was freed; whoever
-- accompanies has legs and no release. The member is locked, so that it cannot stop being that
-- while its release is written.
CREATE OR REPLACE FUNCTION releases_refuse_misfit(of_member uuid)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    pair record;
BEGIN
    SELECT r.id, m.person_id = r.person_id AS is_same, m.outcome, m.role INTO pair
    FROM releases_member m JOIN releases_release r ON r.member_id = m.id
    WHERE m.id = of_member FOR NO KEY UPDATE OF m;
    IF NOT pair.is_same THEN
        PERFORM publishing_refuse('releases_release_is_of_its_member', pair.id::text);
    ELSIF pair.outcome <> 'freed' THEN
        PERFORM publishing_refuse('releases_release_is_of_who_was_freed', pair.id::text);
    ELSIF pair.role = 'accompanying' THEN
        PERFORM publishing_refuse('releases_release_is_not_of_who_accompanies', pair.id::text);
    END IF;
END $$;

CREATE OR REPLACE FUNCTION releases_release_is_of_its_member()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM releases_refuse_misfit(
        CASE TG_TABLE_NAME WHEN 'releases_member' THEN NEW.id
            ELSE (to_jsonb(NEW) ->> 'member_id')::uuid END);
    RETURN NULL;
END $$;
SELECT publishing_hold(
    'releases_release_is_of_its_member', '{releases_release,releases_member}',
    'INSERT OR UPDATE');

-- The first and the last day on which somebody can have been released in a wave. A kind of date
-- that is not given bounds nothing; one that is given and open is open to that side.
CREATE OR REPLACE FUNCTION releases_span(of_wave uuid, OUT begins date, OUT ends date)
LANGUAGE sql STABLE AS $$
    SELECT
        CASE WHEN bool_and(earliest IS NOT NULL) THEN min(earliest) END,
        CASE WHEN bool_and(latest IS NOT NULL AND NOT w.is_open) THEN max(latest) END
    FROM releases_wave w
    CROSS JOIN LATERAL (VALUES
        (w.decided_on, w.decided_on_earliest, w.decided_on_latest),
        (w.released_on, w.released_on_earliest, w.released_on_latest),
        (w.crossed_on, w.crossed_on_earliest, w.crossed_on_latest)
    ) dates (value, earliest, latest)
    WHERE w.id = of_wave AND value IS NOT NULL
$$;

-- Where a release is certainly before or after all of that, it says why. The wave is locked, so
-- that its dates do not move away from a release that is being written.
CREATE OR REPLACE FUNCTION releases_refuse_misdated(of_member uuid)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    misdated uuid;
BEGIN
    PERFORM FROM releases_wave
    WHERE id = (
        SELECT s.wave_id FROM releases_side s JOIN releases_member m ON m.side_id = s.id
        WHERE m.id = of_member
    ) FOR NO KEY UPDATE;
    SELECT r.id INTO misdated
    FROM releases_member m
    JOIN releases_side s ON s.id = m.side_id
    JOIN releases_release r ON r.member_id = m.id
    CROSS JOIN LATERAL releases_span(s.wave_id) wave
    WHERE m.id = of_member AND r.outside_wave_reason = ''
      AND (r.released_on_latest < wave.begins OR r.released_on_earliest > wave.ends);
    IF FOUND THEN
        PERFORM publishing_refuse('releases_release_falls_within_its_wave', misdated::text);
    END IF;
END $$;

CREATE OR REPLACE FUNCTION releases_release_falls_within_its_wave()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.member_id IS NOT NULL THEN
        PERFORM releases_refuse_misdated(NEW.member_id);
    END IF;
    RETURN NULL;
END $$;
SELECT publishing_hold(
    'releases_release_falls_within_its_wave', '{releases_release}', 'INSERT OR UPDATE');

CREATE OR REPLACE FUNCTION releases_wave_spans_its_releases()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.decided_on, OLD.released_on, OLD.crossed_on, OLD.is_open)
       IS DISTINCT FROM (NEW.decided_on, NEW.released_on, NEW.crossed_on, NEW.is_open) THEN
        PERFORM releases_refuse_misdated(m.id)
        FROM releases_side s JOIN releases_member m ON m.side_id = s.id
        WHERE s.wave_id = NEW.id;
    END IF;
    RETURN NULL;
END $$;
SELECT publishing_hold('releases_wave_spans_its_releases', '{releases_wave}', 'UPDATE');

-- A member that moves to another side may leave the wave in whose dates its release falls.
CREATE OR REPLACE FUNCTION releases_member_moves_with_its_release()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.side_id <> NEW.side_id THEN
        PERFORM releases_refuse_misdated(NEW.id);
    END IF;
    RETURN NULL;
END $$;
SELECT publishing_hold('releases_member_moves_with_its_release', '{releases_member}', 'UPDATE');
