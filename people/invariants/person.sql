-- Nobody is shown by name or pseudonym without a basis: a consent that stands, or for a name a
-- public role that a source attests. It is asked when somebody is shown, sent to review, approved or
-- published, or loses a basis by deletion. That a consent ended or was withdrawn is never refused: the
-- views stop showing the person at that second (people/sql), and no later change of the person has to
-- wait for it.
CREATE OR REPLACE FUNCTION people_has_a_basis(who uuid, shown_as text)
RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT FROM people_consent c
        WHERE c.person_id = who AND c.field_group = shown_as AND c.audience = 'public'
          AND c.withdrawn_at IS NULL AND (c.expires_at IS NULL OR c.expires_at > now())
    ) OR shown_as = 'name' AND EXISTS (
        SELECT FROM people_publicrole r
        JOIN people_publicrolecitation ON public_role_id = r.id
        WHERE r.person_id = who
    )
$$;

CREATE OR REPLACE FUNCTION people_refuse_without_basis(who uuid)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    shown text;
BEGIN
    SELECT CASE visibility WHEN 'named' THEN 'name' ELSE visibility END INTO shown
    FROM people_person WHERE id = who AND visibility IN ('named', 'pseudonym')
    FOR NO KEY UPDATE;
    IF FOUND AND NOT people_has_a_basis(who, shown) THEN
        PERFORM publishing_refuse('people_person_is_shown_on_a_basis', who::text);
    END IF;
END $$;

CREATE OR REPLACE FUNCTION people_person_is_shown_on_a_basis()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' OR OLD.visibility <> NEW.visibility
       OR OLD.state <> NEW.state AND sent(NEW) THEN
        PERFORM people_refuse_without_basis(NEW.id);
    END IF;
    RETURN NULL;
END $$;
SELECT publishing_hold(
    'people_person_is_shown_on_a_basis', '{people_person}', 'INSERT OR UPDATE');

-- A consent that had ended already was no basis, and may go.
CREATE OR REPLACE FUNCTION people_consent_that_shows_somebody_stays()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.withdrawn_at IS NULL AND (OLD.expires_at IS NULL OR OLD.expires_at > now())
       AND (TG_OP = 'DELETE' OR (OLD.person_id, OLD.field_group, OLD.audience)
            <> (NEW.person_id, NEW.field_group, NEW.audience)) THEN
        PERFORM people_refuse_without_basis(OLD.person_id);
    END IF;
    RETURN NULL;
END $$;
SELECT publishing_hold(
    'people_consent_that_shows_somebody_stays', '{people_consent}', 'UPDATE OR DELETE');

CREATE OR REPLACE FUNCTION people_role_that_shows_somebody_stays()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR OLD.person_id <> NEW.person_id THEN
        PERFORM people_refuse_without_basis(OLD.person_id);
    END IF;
    RETURN NULL;
END $$;
SELECT publishing_hold(
    'people_role_that_shows_somebody_stays', '{people_publicrole}', 'UPDATE OR DELETE');

CREATE OR REPLACE FUNCTION people_role_that_shows_somebody_is_sourced()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM people_refuse_without_basis(person_id)
    FROM people_publicrole WHERE id = OLD.public_role_id;
    RETURN NULL;
END $$;
SELECT publishing_hold(
    'people_role_that_shows_somebody_is_sourced', '{people_publicrolecitation}',
    'UPDATE OR DELETE');

-- Whether a record was ever public under a name, or has taken in another one that was.
CREATE OR REPLACE FUNCTION people_was_public_by_name(who uuid)
RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT FROM publishing_history
        WHERE row_id IN (SELECT who UNION ALL SELECT id FROM people_person WHERE merged_into_id = who)
          AND table_name = 'people_person'
          AND new ->> 'state' = 'published' AND new ->> 'visibility' = 'named'
    )
$$;

-- Whoever knows an id that showed a name would learn whose the pseudonym is. It is asked at once, so
-- that a proposal is refused while it is made.
CREATE OR REPLACE FUNCTION people_person_once_named_takes_no_pseudonym()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF people_was_public_by_name(NEW.id) THEN
        PERFORM publishing_refuse('people_person_once_named_takes_no_pseudonym', NEW.id::text);
    END IF;
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER people_person_once_named_takes_no_pseudonym
    AFTER UPDATE OF visibility ON people_person
    FOR EACH ROW WHEN (OLD.visibility <> 'pseudonym' AND NEW.visibility = 'pseudonym')
    EXECUTE FUNCTION people_person_once_named_takes_no_pseudonym();

-- Nor does a row pass from the record under the name to the one under the pseudonym: its own id was
-- public beside the name.
CREATE OR REPLACE FUNCTION people_row_of_a_name_passes_to_no_pseudonym()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM people_person
        WHERE id = (to_jsonb(NEW) ->> TG_ARGV[0])::uuid
          AND named_record = (to_jsonb(OLD) ->> TG_ARGV[0])::uuid
    ) THEN
        PERFORM publishing_refuse(
            'people_row_of_a_name_passes_to_no_pseudonym', TG_TABLE_NAME || ' ' || NEW.id);
    END IF;
    RETURN NULL;
END $$;
DO $$ DECLARE one record; BEGIN
    FOR one IN
        SELECT * FROM people_keys_to_a_person() WHERE refers <> 'people_person'::regclass
    LOOP
        EXECUTE format(
            'CREATE OR REPLACE TRIGGER %1$I AFTER UPDATE OF %2$I ON %3$s FOR EACH ROW'
            ' WHEN (OLD.%2$I <> NEW.%2$I) EXECUTE FUNCTION %1$I(%2$L)',
            'people_row_of_a_name_passes_to_no_pseudonym', one.key, one.refers);
    END LOOP;
END $$;

-- An old id leads to the living person in one step: no chain, and so no circle. The person at the
-- other end is locked against being merged away at the same time.
CREATE OR REPLACE FUNCTION people_person_merged_points_at_the_living()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.merged_into_id IS NULL THEN
        RETURN NULL;
    END IF;
    PERFORM FROM people_person
    WHERE id = NEW.merged_into_id AND merged_into_id IS NULL FOR NO KEY UPDATE;
    IF NOT FOUND OR EXISTS (SELECT FROM people_person WHERE merged_into_id = NEW.id) THEN
        PERFORM publishing_refuse('people_person_merged_points_at_the_living', NEW.id::text);
    END IF;
    RETURN NULL;
END $$;
SELECT publishing_hold(
    'people_person_merged_points_at_the_living', '{people_person}', 'INSERT OR UPDATE');
