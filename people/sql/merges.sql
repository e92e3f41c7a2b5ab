-- A merge and its undoing are told, though no page shows them.
tells(insert, people_merge, SELECT absorbed_id FROM new_rows);
tells(update, people_merge, SELECT absorbed_id FROM new_rows);
