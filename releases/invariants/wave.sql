-- A party on one side of a wave is a party to that wave. A side is never moved to another wave
-- but by a mistake, so both are looked at.
CREATE OR REPLACE FUNCTION releases_party_is_of_the_wave_of_its_side()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM releases_party p JOIN releases_side s ON s.id = p.side_id
        WHERE p.id = NEW.id AND p.wave_id <> s.wave_id
        UNION ALL
        SELECT FROM releases_side s JOIN releases_party p ON p.side_id = s.id
        WHERE s.id = NEW.id AND p.wave_id <> s.wave_id
    ) THEN
        PERFORM publishing_refuse('releases_party_is_of_the_wave_of_its_side', NEW.id::text);
    END IF;
    RETURN NULL;
END $$;
SELECT publishing_hold(
    'releases_party_is_of_the_wave_of_its_side', '{releases_party,releases_side}',
    'INSERT OR UPDATE');
