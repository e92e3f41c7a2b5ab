-- The count that a closed wave tells is public.
tells(insert, releases_unshowncount, SELECT wave_id FROM new_rows);
tells(update, releases_unshowncount, SELECT wave_id FROM new_rows);
