-- The count that a closed wave tells is public.
CREATE OR REPLACE TRIGGER edition_at_insert AFTER INSERT ON releases_unshowncount
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION
    publishing_note_changed_record('SELECT wave_id FROM new_rows');
CREATE OR REPLACE TRIGGER edition_at_update AFTER UPDATE ON releases_unshowncount
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION
    publishing_note_changed_record('SELECT wave_id FROM new_rows');
ALTER TABLE releases_unshowncount ENABLE ALWAYS TRIGGER edition_at_insert;
ALTER TABLE releases_unshowncount ENABLE ALWAYS TRIGGER edition_at_update;
