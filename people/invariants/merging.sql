-- What a merge may never do, whoever writes it and however long it waited as a proposal (M1 to M5).
-- Each guard locks both people in the order of their ids: of two merges of overlapping pairs the
-- second sees what the first one did; and whoever writes a row of either waits, or is waited for.

CREATE OR REPLACE FUNCTION people_lock_pair(one uuid, other uuid)
RETURNS void LANGUAGE sql AS $$
    SELECT FROM people_person WHERE id IN (one, other) ORDER BY id FOR UPDATE
$$;

-- A merge and its undo happen when they take effect, which for a proposal is its acceptance: the
-- order of undoing and the feed of changes go by these moments.
CREATE OR REPLACE FUNCTION people_merge_has_its_moment()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        NEW.decided_at := clock_timestamp();
    ELSIF OLD.undone_at IS NULL AND NEW.undone_at IS NOT NULL THEN
        NEW.undone_at := clock_timestamp();
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER people_merge_has_its_moment
    BEFORE INSERT OR UPDATE ON people_merge
    FOR EACH ROW EXECUTE FUNCTION people_merge_has_its_moment();

-- Every key of every room that leads to a person, but for what is decided about people. A table
-- without a history is derived from others, and follows them by itself.
CREATE OR REPLACE FUNCTION people_keys_to_a_person()
RETURNS TABLE (refers regclass, key name) LANGUAGE sql STABLE AS $$
    SELECT conrelid::regclass, attname
    FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
    WHERE contype = 'f' AND confrelid = 'people_person'::regclass
      AND conrelid NOT IN ('people_merge'::regclass, 'people_notthesame'::regclass)
      AND EXISTS (SELECT FROM pg_trigger WHERE tgrelid = conrelid AND tgname = 'history')
    ORDER BY conrelid::regclass::text, attname
$$;

-- Nothing stays with the absorbed person but what the merge says stays.
CREATE OR REPLACE FUNCTION people_merge_takes_everything_along()
RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    one record;
    forgotten uuid;
BEGIN
    PERFORM people_lock_pair(NEW.survivor_id, NEW.absorbed_id);
    FOR one IN SELECT * FROM people_keys_to_a_person() LOOP
        EXECUTE format(
            'SELECT r.id FROM %s r WHERE r.%I = $1 AND NOT EXISTS (SELECT FROM people_move m'
            ' WHERE m.merge_id = $2 AND m.row_id = r.id AND m.column_name = %L) LIMIT 1',
            one.refers, one.key, one.key
        ) INTO forgotten USING NEW.absorbed_id, NEW.id;
        IF forgotten IS NOT NULL THEN
            PERFORM publishing_refuse(
                'people_merge_takes_everything_along', one.refers || ' ' || forgotten);
        END IF;
    END LOOP;
    RETURN NULL;
END $$;
SELECT publishing_hold('people_merge_takes_everything_along', '{people_merge}', 'INSERT');

-- The stricter consent wins (people/duplicates/merging/policy.py). Consents are locked, so that none is
-- withdrawn while the merge is written.
CREATE OR REPLACE FUNCTION people_is_a_public_figure(who people_person)
RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT who.visibility = 'named' AND EXISTS (
        SELECT FROM people_publicrole r
        JOIN people_publicrolecitation c ON c.public_role_id = r.id WHERE r.person_id = who.id)
$$;

CREATE OR REPLACE FUNCTION people_waits_for_a_condition(who people_person)
RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT who.embargo_condition <> '' AND who.embargo_confirmed_at IS NULL
$$;

CREATE OR REPLACE FUNCTION people_merge_widens_nothing()
RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    stays people_person;
    goes people_person;
    goes_is_a_figure boolean;
BEGIN
    PERFORM people_lock_pair(NEW.survivor_id, NEW.absorbed_id);
    PERFORM FROM people_consent WHERE person_id IN (NEW.survivor_id, NEW.absorbed_id)
    ORDER BY id FOR SHARE;
    SELECT * INTO stays FROM people_person WHERE id = NEW.survivor_id;
    SELECT * INTO goes FROM people_person WHERE id = NEW.absorbed_id;
    goes_is_a_figure := people_is_a_public_figure(goes);
    IF 'withdrawn' IN (stays.state, goes.state)
    OR stays.visibility <> 'count_only' AND (
        stays.visibility <> goes.visibility
        OR stays.visibility = 'pseudonym' AND stays.pseudonym <> goes.pseudonym
        OR people_is_a_public_figure(stays) AND NOT goes_is_a_figure
    )
    OR coalesce(stays.visible_from, '-infinity') < coalesce(goes.visible_from, '-infinity')
    OR coalesce(stays.visible_until, 'infinity') > coalesce(goes.visible_until, 'infinity')
    OR people_waits_for_a_condition(goes) AND NOT people_waits_for_a_condition(stays)
    OR EXISTS (
        SELECT FROM people_consent mine
        CROSS JOIN LATERAL (
            SELECT count(*) AS given, bool_or(theirs.stands) AS stands,
                max(coalesce(theirs.expires_at, 'infinity')) FILTER (WHERE theirs.stands) AS until
            FROM (
                SELECT expires_at,
                    withdrawn_at IS NULL AND coalesce(expires_at, 'infinity') > now() AS stands
                FROM people_consent
                WHERE person_id = goes.id AND field_group = mine.field_group
                  AND audience = mine.audience
            ) theirs
        ) other
        WHERE mine.person_id = stays.id AND mine.withdrawn_at IS NULL
          AND coalesce(mine.expires_at, 'infinity') > now()
          AND CASE WHEN other.given > 0
              THEN NOT other.stands OR other.until < coalesce(mine.expires_at, 'infinity')
              ELSE stays.visibility <> 'count_only' AND NOT goes_is_a_figure END
    ) THEN
        PERFORM publishing_refuse('people_merge_widens_nothing', NEW.id::text);
    END IF;
    RETURN NULL;
END $$;
SELECT publishing_hold('people_merge_widens_nothing', '{people_merge}', 'INSERT');

-- Whoever was merged into one of the two before is in the decision too.
CREATE OR REPLACE FUNCTION people_merge_is_not_of_two_people()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM people_lock_pair(NEW.survivor_id, NEW.absorbed_id);
    IF EXISTS (
        SELECT FROM people_notthesame n
        JOIN people_merge_side(NEW.survivor_id, NEW.absorbed_id) one ON one.id = n.first_id
        JOIN people_merge_side(NEW.survivor_id, NEW.absorbed_id) other ON other.id = n.second_id
        WHERE n.taken_back_at IS NULL
    ) THEN
        PERFORM publishing_refuse('people_merge_is_not_of_two_people', NEW.id::text);
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION people_merge_side(stays uuid, goes uuid)
RETURNS TABLE (id uuid) LANGUAGE sql STABLE AS $$
    SELECT stays UNION SELECT goes
    UNION SELECT id FROM people_person WHERE merged_into_id IN (stays, goes)
$$;
SELECT publishing_hold('people_merge_is_not_of_two_people', '{people_merge}', 'INSERT');

CREATE OR REPLACE FUNCTION people_merge_is_undone_last_first()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.undone_at IS NULL AND NEW.undone_at IS NOT NULL THEN
        PERFORM people_lock_pair(NEW.survivor_id, NEW.absorbed_id);
        IF EXISTS (
            SELECT FROM people_merge later
            WHERE later.undone_at IS NULL AND later.decided_at > NEW.decided_at
              AND (later.survivor_id IN (NEW.survivor_id, NEW.absorbed_id)
                   OR later.absorbed_id IN (NEW.survivor_id, NEW.absorbed_id))
        ) THEN
            PERFORM publishing_refuse('people_merge_is_undone_last_first', NEW.id::text);
        END IF;
    END IF;
    RETURN NULL;
END $$;
SELECT publishing_hold('people_merge_is_undone_last_first', '{people_merge}', 'UPDATE');

-- Whoever is merged is not written any more: only withdrawn, or led elsewhere by another merge.
-- What is derived from their names by rule may be derived anew.
CREATE OR REPLACE FUNCTION people_person_merged_is_not_changed()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.merged_into_id IS NOT NULL AND NEW.merged_into_id IS NOT NULL AND (
        NEW.state NOT IN (OLD.state, 'withdrawn')
        OR EXISTS (
            SELECT FROM jsonb_each(to_jsonb(NEW)) n JOIN jsonb_each(to_jsonb(OLD)) o USING (key)
            WHERE n.value IS DISTINCT FROM o.value
              AND key NOT IN (
                  'merged_into_id', 'state', 'withdrawn_at', 'withdrawn_by_id', 'withdrawal_reason')
              AND key NOT LIKE 'pseudonym\_keys%'
        )
    ) THEN
        PERFORM publishing_refuse('people_person_merged_is_not_changed', NEW.id::text);
    END IF;
    RETURN NULL;
END $$;
SELECT publishing_hold('people_person_merged_is_not_changed', '{people_person}', 'UPDATE');

-- Nor is anything given to them, in any room. The lock is one that all who write share, and that
-- only a merge waits for.
-- A function for each name of a key: what is written out is planned once.
DO $$ DECLARE one record; BEGIN
    FOR one IN SELECT DISTINCT key FROM people_keys_to_a_person() LOOP
        EXECUTE format($build$
            CREATE OR REPLACE FUNCTION people_%1$s_is_of_nobody_merged()
            RETURNS trigger LANGUAGE plpgsql AS $body$
            DECLARE
                elsewhere uuid;
            BEGIN
                IF TG_OP = 'UPDATE' AND OLD.%1$I IS NOT DISTINCT FROM NEW.%1$I THEN
                    RETURN NULL;
                END IF;
                SELECT merged_into_id INTO elsewhere FROM people_person
                WHERE id = NEW.%1$I FOR KEY SHARE;
                IF elsewhere IS NOT NULL THEN
                    PERFORM publishing_refuse(
                        'people_row_is_of_nobody_merged', TG_TABLE_NAME || ' ' || NEW.%1$I);
                END IF;
                RETURN NULL;
            END $body$
        $build$, one.key);
    END LOOP;
    FOR one IN
        SELECT * FROM people_keys_to_a_person() WHERE refers <> 'people_person'::regclass
    LOOP
        EXECUTE format(
            'DROP TRIGGER IF EXISTS %1$I ON %3$s;'
            'CREATE CONSTRAINT TRIGGER %1$I AFTER INSERT OR UPDATE OF %2$I ON %3$s DEFERRABLE'
            ' INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION %1$I()',
            'people_' || one.key || '_is_of_nobody_merged', one.key, one.refers);
    END LOOP;
END $$;
