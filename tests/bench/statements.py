"""The statements of the limit, by the first word of the address; each gives one text."""

NAMED = "CASE WHEN shown_as = 'named' THEN '{}' ELSE 'withheld' END"
CUSTODY = "CASE WHEN shows_custody THEN 'unknown' ELSE 'withheld' END"
REASONS = {
    "names": ("names = '[]'", NAMED.format("unknown")),
    "died": ("died IS NULL", NAMED.format("unknown")),
    "public_roles": ("public_roles = '[]'", NAMED.format("not_applicable")),
    "categories": ("categories = '{}'", NAMED.format("unknown")),
    "citizenships": ("citizenships = '[]'", NAMED.format("unknown")),
    "custodies": ("custodies = '[]'", CUSTODY),
    "recognitions": ("recognitions = '[]'", CUSTODY),
    "memberships": ("memberships IS NULL", "'unknown'"),
    "sources": ("sources = '[]'", NAMED.format("unknown")),
}
MISSING = ", ".join(
    f"'{field}', CASE WHEN {is_empty} THEN {reason} END"
    for field, (is_empty, reason) in REASONS.items()
)
PERSON = f"""
    SELECT id, '/api/v1/people/' || id || '/' AS url, shown_as, name, names, summary_be, summary_ru,
        summary_en, summary_lt, summary_pl, summary_uk, summary_de, died, public_roles, categories,
        citizenships, custodies, recognitions, coalesce(memberships, '[]') AS memberships,
        updated_on, sources, unsourced_since,
        jsonb_strip_nulls(jsonb_build_object({MISSING})) AS missing
    FROM published.person p CROSS JOIN LATERAL (
        SELECT jsonb_agg(jsonb_build_object('wave', m.wave_id, 'side', m.side, 'role', m.role,
            'outcome', m.outcome, 'is_verified', m.is_verified) ORDER BY m.wave_id, m.id)
            AS memberships
        FROM published.member m WHERE m.person_id = p.id) of_them"""
#: Its quotes are a character that no JSON holds, so that the objects come as they are.
EVERYBODY = f"""
    COPY (SELECT to_json(row) FROM ({PERSON} ORDER BY id) row)
    TO STDOUT (FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02')"""
WAVE = """
    'wave', (SELECT to_json(w) FROM published.wave w WHERE w.id = %(key)s),
    'claims', (SELECT json_agg(c) FROM published.claim c WHERE c.wave_id = %(key)s)"""

#: One word of those that are asked for, as the address has its keys.
WORD = "string_to_array(split_part(%(key)s, '/', {0}), ',')"

STATEMENTS = {
    "people": f"""
        SELECT json_build_object('results', json_agg(row))::text
        FROM ({PERSON} WHERE id = ANY (ARRAY(
            SELECT id FROM published.person LIMIT 50)) ORDER BY id) row""",
    "person": f"SELECT to_json(row)::text FROM ({PERSON} WHERE id = %(key)s) row",
    "found": f"""
        SELECT json_build_object('results', json_agg(json_build_object('id', person_id)))::text
        FROM (SELECT DISTINCT person_id FROM published.name_search
            WHERE keys && {WORD.format(1)} AND keys && {WORD.format(2)}
            ORDER BY person_id LIMIT 50) found""",
    "ledger": f"SELECT json_build_object({WAVE})::text",
    "wave": f"""
        SELECT json_build_object({WAVE},
            'people', (SELECT json_agg(m) FROM published.member m WHERE m.wave_id = %(key)s),
            'names', (SELECT json_agg(json_build_array(p.id, p.name, p.names))
                FROM published.person p WHERE p.id = ANY (ARRAY(
                    SELECT person_id FROM published.member WHERE wave_id = %(key)s))),
            'statements', (
                SELECT json_agg(s) FROM published.statement s WHERE s.wave_id = %(key)s))::text""",
    "timeline": """
        SELECT json_build_object(
            'waves', (SELECT json_agg(w) FROM published.wave w),
            'claims', (SELECT json_agg(c) FROM published.claim c
                WHERE c.measure = ANY ('{released,taken_to}') AND c.wave_id IS NOT NULL
                OR c.measure = 'held' AND c.country <> ''))::text""",
}
