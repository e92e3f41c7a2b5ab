-- Text is NFC and holds nothing that a reader cannot see (publishing/text.py has the same set).
CREATE OR REPLACE FUNCTION publishing_text_is_clean(value text)
RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT value IS NFC NORMALIZED
       AND value !~ U&'[\0001-\0008\000B-\001F\007F-\009F\00AD\061C\180E\200B-\200F\202A-\202E\2060-\206F\FEFF\FFF9-\FFFB]'
$$;

CREATE OR REPLACE FUNCTION publishing_guard_text()
RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    entry record;
BEGIN
    FOR entry IN SELECT key, value FROM jsonb_each_text(to_jsonb(NEW)) WHERE value IS NOT NULL LOOP
        IF NOT publishing_text_is_clean(entry.value) THEN
            PERFORM publishing_refuse('text_is_clean', TG_TABLE_NAME || '.' || entry.key);
        END IF;
    END LOOP;
    RETURN NULL;
END $$;
