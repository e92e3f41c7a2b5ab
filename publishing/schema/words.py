"""The words that SQL files share, and what each stands for.

What is said of visibility, clocks and citations is written here once; a file says the word.
"""

import re

from publishing.languages import LANGUAGES

#: What is public now, or will be as soon as its embargo ends, without anybody's act: `stands(p)`.
STANDS = """({0}.state = 'published'
    AND ({0}.visible_until IS NULL OR {0}.visible_until > now())
    AND ({0}.embargo_condition = '' OR {0}.embargo_confirmed_at IS NOT NULL))"""

#: What somebody else reads already, before it is public or since: `sent(p)`. Whatever a published
#: record must be, it must be from here on, so that nobody approves what cannot be published.
SENT = "({0}.state IN ('in_review', 'approved', 'published'))"

#: The row condition of everything public, written once; `visible(p)` in a file stands for it.
VISIBLE = f"""{STANDS[:-1]}
    AND ({{0}}.visible_from IS NULL OR {{0}}.visible_from <= now()))"""

#: Once public and no longer: `gone(p)`. What was withdrawn before its embargo opened never was.
GONE = """(coalesce({0}.visible_from, {0}.published_at) <= least(
        coalesce({0}.withdrawn_at, 'infinity'), coalesce({0}.visible_until, 'infinity'), now())
    AND ({0}.embargo_condition = '' OR {0}.embargo_confirmed_at IS NOT NULL)
    AND ({0}.state = 'withdrawn' OR {0}.state = 'published' AND {0}.visible_until <= now()))"""


#: The moments of a record as the public saw them: when it opened, when it last changed, and when
#: it closed: `opened(p)`, `touched(p)`, `closed(p)`. Here and below the inner tables have whole
#: words for names: a short one would hide the row of the same name outside.
OPENED = """coalesce((
        SELECT moment.shown_at FROM publishing_publicmoment moment WHERE moment.row_id = {0}.id
        AND moment.shown_at > coalesce(moment.hidden_at, '-infinity')),
        greatest({0}.visible_from, {0}.published_at, {0}.embargo_confirmed_at))"""
TOUCHED = """(SELECT moment.changed_at
        FROM publishing_publicmoment moment WHERE moment.row_id = {0}.id)"""
CLOSED = "least({0}.withdrawn_at, {0}.visible_until)"

#: The day of the last public change, no finer: `updated_on(p)`. `updated_on(l, p, w)` is of a row
#: that is no more public than these records are, and opens with them.
UPDATED = """greatest({1}, (
        SELECT greatest(moment.shown_at, moment.changed_at)
        FROM publishing_publicmoment moment WHERE moment.row_id = {0}.id))::date"""

#: The lives of all records of a table that are public or were: `life(waves, releases_wave)`.
LIFE = """SELECT '{0}' AS noun, r.id, opened(r) AS opened, touched(r) AS touched,
    CASE WHEN gone(r) THEN closed(r) END AS closed,
    CASE WHEN gone(r) THEN coalesce(nullif(r.withdrawal_reason, ''), 'other') END AS reason
    FROM {1} r WHERE visible(r) OR gone(r) AND opened(r) < closed(r)"""

#: What a row cites, as JSON: `cited(releases_wavecitation.wave_id, w.id)`. A source that the public
#: may not see is not in it.
CITED = """(SELECT coalesce(jsonb_agg(cited_source.object || jsonb_build_object(
        'locator', citation.locator, 'locator_detail', citation.locator_detail,
        'excerpt', citation.excerpt, 'confidence', citation.confidence)
        ORDER BY cited_source.object ->> 'address', citation.id), '[]')
    FROM {0} citation JOIN sources_cited cited_source ON cited_source.id = citation.source_id
    WHERE citation.{1} = {2})"""

#: The day since which none is left: `unsourced_since(releases_claimcitation.claim_id, c.id)`; null
#: where one is, and where none ever was.
UNSOURCED = """(SELECT max(cited_life.closed)::date
    FROM {0} citation
    JOIN sources_lives cited_life
        ON cited_life.noun = 'sources' AND cited_life.id = citation.source_id
    WHERE citation.{1} = {2} HAVING count(*) = count(cited_life.closed))"""

#: Words about what a row cites. About a person, they have a third argument, a row with `shown_as`:
#: most sources print a name, so of a pseudonym nothing is told.
NAMED_ALONE = "CASE WHEN {shown}.shown_as = 'named' THEN {sql} ELSE {nothing} END"
CITING = {"cited": (CITED, "'[]'"), "unsourced_since": (UNSOURCED, "NULL")}

#: What else a public answer reads, beside records and their parts, tells of a change, also where an
#: operator switches other triggers off: `tells(insert, people_merge, SELECT …)`, of these records.
TELLS = """CREATE OR REPLACE TRIGGER edition_at_{0} AFTER {0} ON {1}
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION
    publishing_note_changed_record('{2}');
ALTER TABLE {1} ENABLE ALWAYS TRIGGER edition_at_{0}"""

#: Of an entry without its content, for which the commitment stands: `digest(entry)`.
DIGEST = """sha256(convert_to(jsonb_build_array({0}.id, extract(epoch FROM {0}.at), {0}.transaction,
    {0}.actor_id, {0}.login, {0}.table_name, {0}.row_id, {0}.operation,
    encode({0}.commitment, 'hex'))::text, 'UTF8'))"""

#: Of what expunging erases, with a salt, so that nobody guesses it: `commitment(salt, …)`.
COMMITMENT = "sha256(convert_to(jsonb_build_array({})::text, 'UTF8'))"


def expand(sql: str) -> str:
    """SQL with its words spelled out.

    `visible(p)`, `stands(p)`, `sent(p)`, `gone(p)`, `updated_on(p)`, `updated_on(l, p, w)`,
    `opened(p)`, `touched(p)`, `closed(p)`, `life(noun, table)`, `cited(table.key, id)`,
    `unsourced_since(table.key, id)`, `digest(entry)`, `commitment(salt, …)`,
    `tells(operation, table, records)`: see above;
    `columns(p.name)`: the seven language columns; `texts(p.name)`: the same as one JSON object
    without its empty languages; `date(p.born)`: an inexact date as JSON.
    """
    sql = re.sub(r"\btells\((\w+), (\w+), ([^)]+)\)", _spell_trigger, sql)
    sql = re.sub(r"\blife\((\w+), (\w+)\)", lambda m: LIFE.format(*m.groups()), sql)
    sql = re.sub(r"\bupdated_on\((\w+(?:, \w+)*)\)", lambda m: _spell_clock(*m[1].split(", ")), sql)
    for word, meaning in (("opened", OPENED), ("touched", TOUCHED), ("closed", CLOSED)):
        sql = re.sub(rf"\b{word}\((\w+)\)", lambda m, meaning=meaning: meaning.format(m[1]), sql)
    sql = re.sub(
        rf"\b({'|'.join(CITING)})\((\w+)\.(\w+), ([\w.]+)(?:, (\w+))?\)", _spell_cited, sql
    )
    sql = re.sub(r"\bdigest\((\w+)\)", lambda m: DIGEST.format(m[1]), sql)
    sql = re.sub(r"\bcommitment\(([\w.]+, [^)]+)\)", lambda m: COMMITMENT.format(m[1]), sql)
    sql = re.sub(r"\bdate\((\w+\.\w+)\)", r"edtf_json(\1, \1_earliest, \1_latest)", sql)
    sql = re.sub(r"\bstands\((\w+)\)", lambda m: STANDS.format(m[1]), sql)
    sql = re.sub(r"\bsent\((\w+)\)", lambda m: SENT.format(m[1]), sql)
    sql = re.sub(r"\bvisible\((\w+)\)", lambda m: VISIBLE.format(m[1]), sql)
    sql = re.sub(r"\bgone\((\w+)\)", lambda m: GONE.format(m[1]), sql)
    sql = re.sub(r"\bcolumns\((\w+\.\w+)\)", lambda m: _list_languages(m[1], "{0}_{1}"), sql)
    return re.sub(
        r"\btexts\((\w+\.\w+)\)",
        lambda m: f"jsonb_strip_nulls(jsonb_build_object({_list_languages(m[1], TEXT)}))",
        sql,
    )


def _spell_trigger(word: re.Match[str]) -> str:
    operation, table, records = word.groups()
    return TELLS.format(operation, table, records.replace("'", "''"))


def _spell_clock(row: str, *opens_with: str) -> str:
    return UPDATED.format(row, ", ".join(f"opened({each})" for each in opens_with or (row,)))


def _spell_cited(word: re.Match[str]) -> str:
    name, *where, shown = word.groups()
    meaning, nothing = CITING[name]
    sql = meaning.format(*where)
    return NAMED_ALONE.format(shown=shown, sql=sql, nothing=nothing) if shown else sql


TEXT = "'{1}', nullif({0}_{1}, '')"


def _list_languages(column: str, template: str) -> str:
    return ", ".join(template.format(column, code) for code in LANGUAGES)
