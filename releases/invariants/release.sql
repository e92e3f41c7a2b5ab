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

-- Where a release is certainly before or after every date of its wave, it says why. A kind of date
-- that is not given bounds nothing; one that is given and open is open to that side.
CREATE OR REPLACE FUNCTION releases_refuse_outside(of_wave uuid, of_release uuid)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    outside uuid;
BEGIN
    PERFORM FROM releases_wave WHERE id = of_wave FOR NO KEY UPDATE;
    SELECT r.id INTO outside
    FROM releases_wave w
    CROSS JOIN LATERAL (
        SELECT
            CASE WHEN bool_and(earliest IS NOT NULL) THEN min(earliest) END AS begins,
            CASE WHEN bool_and(latest IS NOT NULL) AND NOT w.is_open THEN max(latest) END AS ends
        FROM (VALUES
            (w.decided_on, w.decided_on_earliest, w.decided_on_latest),
            (w.released_on, w.released_on_earliest, w.released_on_latest),
            (w.crossed_on, w.crossed_on_earliest, w.crossed_on_latest)
        ) dates (value, earliest, latest)
        WHERE value IS NOT NULL
    ) wave
    JOIN releases_side s ON s.wave_id = w.id
    JOIN releases_member m ON m.side_id = s.id
    JOIN releases_release r ON r.member_id = m.id
    WHERE w.id = of_wave AND r.id = ANY (CASE
        WHEN of_release IS NOT NULL THEN ARRAY[of_release]
        ELSE ARRAY(
            SELECT release.id FROM releases_release release
            JOIN releases_member member ON member.id = release.member_id
            JOIN releases_side side ON side.id = member.side_id WHERE side.wave_id = of_wave
        ) END)
      AND r.outside_wave_reason = ''
      AND (r.released_on_latest < wave.begins OR r.released_on_earliest > wave.ends)
    LIMIT 1;
    IF FOUND THEN
        PERFORM publishing_refuse('releases_release_falls_within_its_wave', outside::text);
    END IF;
END $$;

CREATE OR REPLACE FUNCTION releases_release_falls_within_its_wave()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' OR (OLD.member_id, OLD.released_on, OLD.outside_wave_reason)
       IS DISTINCT FROM (NEW.member_id, NEW.released_on, NEW.outside_wave_reason) THEN
        PERFORM releases_refuse_outside(s.wave_id, NEW.id)
        FROM releases_member m JOIN releases_side s ON s.id = m.side_id
        WHERE m.id = NEW.member_id;
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
        PERFORM releases_refuse_outside(NEW.id, NULL);
    END IF;
    RETURN NULL;
END $$;
SELECT publishing_hold('releases_wave_spans_its_releases', '{releases_wave}', 'UPDATE');

-- A member that moves to another side may leave the wave in whose dates its release falls.
CREATE OR REPLACE FUNCTION releases_member_moves_with_its_release()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.side_id <> NEW.side_id THEN
        PERFORM releases_refuse_outside(s.wave_id, r.id)
        FROM releases_side s, releases_release r
        WHERE s.id = NEW.side_id AND r.member_id = NEW.id;
    END IF;
    RETURN NULL;
END $$;
SELECT publishing_hold('releases_member_moves_with_its_release', '{releases_member}', 'UPDATE');
