-- A merge and its undoing are told, though no page shows them.
CREATE OR REPLACE TRIGGER edition_at_insert AFTER INSERT ON people_merge
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION
    publishing_note_changed_record('SELECT absorbed_id FROM new_rows');
CREATE OR REPLACE TRIGGER edition_at_update AFTER UPDATE ON people_merge
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION
    publishing_note_changed_record('SELECT absorbed_id FROM new_rows');
ALTER TABLE people_merge ENABLE ALWAYS TRIGGER edition_at_insert;
ALTER TABLE people_merge ENABLE ALWAYS TRIGGER edition_at_update;
