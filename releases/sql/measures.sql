-- Which dimensions a scope may have, by measure: releases/enums/measure.py in the database. A test
-- compares the two.
CREATE OR REPLACE FUNCTION releases_measure_allows(measure text, dimension text)
RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN measure IN (
            'listed', 'announced', 'crossed', 'taken_to', 'moved_on', 'stayed_in',
            'refused_by_receiving_state', 'names_published'
        ) THEN dimension IN (
            'age', 'category', 'charge_group', 'citizenship', 'custody_kind', 'disposition',
            'documents', 'from', 'legal_basis', 'sex', 'to'
        )
        WHEN measure IN (
            'released', 'refused_to_leave', 'returned_to_custody'
        ) THEN dimension IN (
            'age', 'category', 'charge_group', 'citizenship', 'custody_kind', 'disposition',
            'documents', 'from', 'legal_basis', 'sex'
        )
        WHEN measure IN (
            're_arrested', 'recognised', 'detained', 'convicted', 'died_in_custody'
        ) THEN dimension IN (
            'age', 'category', 'charge_group', 'citizenship', 'custody_kind', 'sex'
        )
        WHEN measure IN (
            'applied_for_protection'
        ) THEN dimension IN (
            'age', 'category', 'citizenship', 'from', 'sex', 'to'
        )
        WHEN measure IN (
            'naturalised'
        ) THEN dimension IN (
            'age', 'category', 'citizenship', 'sex', 'to'
        )
        WHEN measure IN (
            'citizenship_stripped'
        ) THEN dimension IN (
            'age', 'category', 'citizenship', 'legal_basis', 'sex'
        )
        WHEN measure IN (
            'held'
        ) THEN dimension IN (
            'age', 'category', 'charge_group', 'citizenship', 'custody_kind', 'from', 'sex'
        )
        WHEN measure IN (
            'searched_or_questioned'
        ) THEN dimension IN (
            'age', 'category', 'citizenship', 'sex'
        )
        WHEN measure IN (
            'waves', 'decrees'
        ) THEN dimension IN (
            'legal_basis'
        )
        WHEN measure IN (
            'raised', 'pledged'
        ) THEN dimension IN (
            'donor', 'purpose'
        )
        WHEN measure IN (
            'spent'
        ) THEN dimension IN (
            'purpose', 'to'
        )
        ELSE false
    END
$$;
