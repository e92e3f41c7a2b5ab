-- The names that the public searches in are a table of their own, so that no hidden name is even in
-- the rows under its view. Whatever shows or hides somebody by an act renews their rows here; what
-- time alone does, the view asks (people/published/name_search.sql).
CREATE OR REPLACE FUNCTION people_renew_public_names(who uuid[])
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    -- Of two who write about one person the second sees what the first one did.
    PERFORM FROM people_person
    WHERE id = ANY (who) AND state = 'published' ORDER BY id FOR NO KEY UPDATE;
    DELETE FROM people_publicname WHERE person_id = ANY (who);
    INSERT INTO people_publicname
        (id, person_id, text, given, family, script, language, keys, keys_folded)
    SELECT n.id, n.person_id, n.text, n.given, n.family, n.script, n.language, n.keys, n.keys_folded
    FROM people_name n JOIN people_to_be_shown s ON s.id = n.person_id
    WHERE n.person_id = ANY (who) AND s.shown_as = 'named'
    UNION ALL
    SELECT p.id, p.id, p.pseudonym, '', '', '', '', p.pseudonym_keys, p.pseudonym_keys_folded
    FROM people_person p JOIN people_to_be_shown s ON s.id = p.id
    WHERE p.id = ANY (who) AND s.shown_as = 'pseudonym';
END $$;

-- Argument: the person of a row, in SQL.
CREATE OR REPLACE FUNCTION people_keep_public_names()
RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    changed text := CASE TG_OP WHEN 'INSERT' THEN 'new_rows' WHEN 'DELETE' THEN 'old_rows'
        ELSE '(TABLE old_rows UNION ALL TABLE new_rows)' END;
    who uuid[];
BEGIN
    EXECUTE format('SELECT array_agg(DISTINCT %s) FROM %s r', TG_ARGV[0], changed) INTO who;
    who := ARRAY (
        SELECT id FROM people_person
        WHERE id = ANY (who) AND state = 'published' AND visibility <> 'count_only'
        UNION SELECT person_id FROM people_publicname WHERE person_id = ANY (who));
    IF cardinality(who) > 0 THEN
        PERFORM people_renew_public_names(who);
    END IF;
    RETURN NULL;
END $$;

DO $$ DECLARE one record; BEGIN
    FOR one IN SELECT * FROM (VALUES
        ('people_person', 'r.id'),
        ('people_name', 'r.person_id'),
        ('people_consent', 'r.person_id'),
        ('people_publicrole', 'r.person_id'),
        ('people_publicrolecitation',
            '(SELECT person_id FROM people_publicrole WHERE id = r.public_role_id)')
    ) AS kept (of_table, person) CROSS JOIN (VALUES
        ('insert', 'NEW TABLE AS new_rows'),
        ('update', 'OLD TABLE AS old_rows NEW TABLE AS new_rows'),
        ('delete', 'OLD TABLE AS old_rows')
    ) AS events (event, tables) LOOP
        EXECUTE format(
            'CREATE OR REPLACE TRIGGER public_names_at_%1$s AFTER %1$s ON %2$s'
            ' REFERENCING %3$s FOR EACH STATEMENT'
            ' EXECUTE FUNCTION people_keep_public_names(%4$L)',
            one.event, one.of_table, one.tables, one.person);
    END LOOP;
END $$;
