"""The figures of the reference data: regular, resolved, and every row of the record is in them."""

import csv
import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from publishing.dates import InexactDate
from releases import enums as releases
from releases.enums import COUNTRY_DIMENSIONS, MEASURES, PLACE_DIMENSIONS, SCOPE_VALUES
from sources import enums as sources
from tests.repository.reference import REFERENCE, read, walk

FILES = ("organisations", "speakers", "sources", "waves", "claims", "sums", "statements", "events")
DATA = {name: read(name) for name in (*FILES, "destinations", "people", "programmes")}
ROWS = list(csv.DictReader((REFERENCE / "rows.csv").read_text(encoding="utf-8").splitlines()))
KEPT_OUT = Path(__file__).with_name("names_kept_out.txt").read_text().split("\n")

# The parts of the record and how many rows each has; `opened` are pages that we read ourselves.
PARTS = {"claims": 141, "remaining": 31, "qa-counts": 14, "qa-sums": 9, "qa-events": 8}
PARTS |= {"qa-relations": 6, "qa-tensions": 12, "qa-text": 4, "opened": 9}
ROW_KINDS = {"claim", "statement", "stage", "correction", "remark"}

# What a field refers to. `parts` and `formula` name claims; a sum's part may name a person.
REFERS = {
    **dict.fromkeys(("organisation", "publisher", "yardstick"), "organisations"),
    **dict.fromkeys(("speaker", "representative"), "speakers"),
    **dict.fromkeys(("source", "upstream"), "sources"),
    **dict.fromkeys(("claim", "total", "corrected_by"), "claims"),
    "wave": "waves",
    "event": "events",
    "person": "people",
    "place": "destinations",
    "programme": "programmes",
}
CODES = {
    "measure": releases.Measure, "unit": releases.Unit, "mode": releases.Mode,
    "standing": releases.Standing, "dimension": releases.ScopeDimension,
    "relation": releases.EventRelation, "role": releases.PartyRole, "verdict": releases.Verdict,
    "field": releases.StatementField, "locator": sources.Locator,
    "confidence": sources.Confidence, "upstream_kind": sources.UpstreamKind,
}  # fmt: skip
KINDS = {
    "organisations": sources.OrganisationKind, "speakers": sources.SpeakerKind,
    "sources": sources.SourceKind, "events": releases.EventKind, "sums": releases.SumKind,
}  # fmt: skip
DATES = {"decided_on", "released_on", "crossed_on", "published_on", "said_on", "as_of", "on"}
DATES |= {"period_start", "period_end", "since", "until"}

# Sums whose parts do not make the total, and by how much; every other whole one holds.
SHORT = {
    "2025-12-13-taken-to-ua-onward-office": -1,
    "2025-12-13-moved-on-to-warsaw-and-then": -4,
}


def unresolved(data: Mapping[str, Any]) -> list[str]:
    return [
        f"{field}: {value}"
        for name in FILES
        for field, value in walk(data[name])
        if field in REFERS and isinstance(value, str) and value not in data[REFERS[field]]
    ]


def kept_out(text: str) -> list[str]:
    words = re.findall(r"[^\W\d_]+(?:[’'][^\W\d_]+)*", text.casefold())
    return [w for w in words if sha256(w.encode()).hexdigest()[:12] in KEPT_OUT]


def low(part: Mapping[str, Any]) -> int:
    return part["sign"] * (1 if "person" in part else DATA["claims"][part["claim"]]["low"])


def gap(total: Mapping[str, Any]) -> int:
    return sum(map(low, total["parts"])) - DATA["claims"][total["total"]]["low"]


def test_every_reference_resolves():
    assert unresolved(DATA) == []


def test_a_reference_to_nothing_is_seen():
    events = {"broken": {"speaker": "nobody-at-all"}}
    assert unresolved({**DATA, "events": DATA["events"] | events}) == ["speaker: nobody-at-all"]


def test_every_code_is_in_its_vocabulary():
    used = {(f, v) for name in FILES for f, v in walk(DATA[name]) if f in CODES}
    assert {field for field, _ in used} == set(CODES)
    assert [(field, code) for field, code in used if code not in CODES[field].values] == []


def test_every_kind_is_in_its_vocabulary():
    used = [(name, key, entry["kind"]) for name in KINDS for key, entry in DATA[name].items()]
    assert [each for each in used if each[2] not in KINDS[each[0]].values] == []


def test_kinds_of_parts_are_in_their_vocabularies():
    stages = {s["kind"] for e in DATA["events"].values() for s in e["stages"]}
    remarks = {r["kind"] for s in DATA["sources"].values() for r in s.get("remarks", [])}
    assert stages <= set(releases.StageKind.values)
    assert remarks <= set(sources.RemarkKind.values)


def test_a8_only_whom_a_source_calls_so_took_part_in_the_talks():
    """The words that call somebody a negotiator stand beside the role (public.md part one A8)."""
    called = {"negotiator": "negotiated", "mediator": "brokered"}
    parties = [p for wave in DATA["waves"].values() for p in wave.get("parties", [])]
    talked = [p for p in parties if p["role"] in called]
    assert talked
    for party in talked:
        words = " ".join(each.get("excerpt", "") for each in party["citations"])
        assert called[party["role"]] in words, party


def test_a3_what_is_printed_is_a_number_or_is_quoted():
    """Our shorthand is not the words of a source (public.md part one A3)."""
    made_up = [
        (key, claim["printed"])
        for key, claim in DATA["claims"].items()
        if "printed" in claim
        and not re.fullmatch(r"[\d.,]+%?", claim["printed"])
        and not any(claim["printed"] in c.get("excerpt", "") for c in claim["citations"])
    ]
    assert made_up == []


#: What a statement about somebody speaks of in their releases, and what may stand there meanwhile.
UNDECIDED = {
    "documents": ("documents", {"unknown"}),
    "legal_basis": ("legal_basis", {"unknown"}),
    "petition": ("legal_basis", {"unknown", "pardon"}),
    "will": ("will", {"unknown", "disputed"}),
    "disposition": ("disposition", {"unknown"}),
}


def test_a10_what_is_undecided_is_told_as_no_fact():
    """A person page tells as fact only what was accepted (public.md part one A10)."""
    open_ones = [
        each
        for each in DATA["statements"].values()
        if "person" in each and each["verdict"] == "open" and each["field"] in UNDECIDED
    ]
    assert open_ones
    for each in open_ones:
        field, allowed = UNDECIDED[each["field"]]
        releases_ = DATA["people"][each["person"]].get("releases", [])
        assert {release[field] for release in releases_} <= allowed, each


def test_a9_each_side_says_what_the_deal_was():
    """What the releasing side says stands beside what others say (public.md part one A9)."""
    said = {
        statement["speaker"]
        for statement in DATA["statements"].values()
        if statement.get("wave") == "2025-12-13" and statement["field"] == "given_in_return"
    }
    assert {"belarus-presidential-press-service", "coordination-headquarters"} <= said


def test_a16_the_word_of_the_seed_is_somebodys_statement():
    statement = DATA["statements"]["2025-12-13-disposition-office"]
    assert "forcibly deported" in statement["printed"]


def test_a14_words_of_a_source_are_in_its_language():
    """A quotation in another alphabet than its source is a translation (public.md part one A14)."""
    cited = [value for name in FILES for field, value in walk(DATA[name]) if field == "citations"]
    quoted = [c for each in cited for c in each if "excerpt" in c]
    assert quoted
    for each in quoted:
        language = DATA["sources"][each["source"]]["language"]
        is_cyrillic = bool(re.search("[а-яёіў]", each["excerpt"].casefold()))
        assert is_cyrillic == (language in ("be", "ru", "uk")), each


def test_a14_words_of_an_event_or_a_statement_are_quoted_from_a_source():
    for event in DATA["events"].values():
        languages = {DATA["sources"][c["source"]]["language"] for c in event["citations"]}
        assert event.get("excerpt_language") in {None, *languages}
    for key, statement in DATA["statements"].items():
        quoted = " ".join(c.get("excerpt", "") for c in statement["citations"])
        assert statement.get("printed", "") in quoted, key


def test_a20_who_is_named_without_a_number_is_no_number():
    """An open bound of 1 is nobody's count (public.md part one A20)."""
    counted = [
        key
        for key, claim in DATA["claims"].items()
        if claim.get("low") == 1 and "high" not in claim
    ]
    assert counted == []


def test_every_date_can_be_read():
    for name in FILES:
        for field, value in walk(DATA[name]):
            if field in DATES:
                InexactDate.parse(value)


def is_regular(claim: Mapping[str, Any]) -> bool:
    """The claim has one subject, and says what its measure and its mode allow."""
    rule = MEASURES[claim["measure"]]
    is_derived = claim["mode"] == "derived"
    return (
        len({"wave", "side", "country", "event", "programme"} & claim.keys()) == 1
        and claim["unit"] in rule.units
        and {part["dimension"] for part in claim.get("scope", [])} <= rule.dimensions
        and is_derived == ("formula" in claim) == ("speaker" not in claim)
        and is_derived != ("low" in claim or claim.get("is_vague", False))
    )


def test_a_claim_says_what_its_measure_allows():
    assert [key for key, claim in DATA["claims"].items() if not is_regular(claim)] == []


@pytest.mark.parametrize(
    "change",
    [
        {"side": "x"},
        {"unit": "x"},
        {"scope": [{"dimension": "x"}]},
        {"mode": "derived"},
        {"low": 1},
    ],
)
def test_a_claim_that_says_something_else_is_seen(change):
    derived = DATA["claims"]["2025-12-13-held-derived"]
    stated = next(c for c in DATA["claims"].values() if "wave" in c and "low" in c)
    assert is_regular(stated)
    assert not is_regular((derived if "low" in change else stated) | change)


def test_every_scope_value_fits_its_dimension():
    for claim in DATA["claims"].values():
        for part in claim.get("scope", []):
            dimension, value = part["dimension"], part.get("value", "")
            country = dimension in COUNTRY_DIMENSIONS and re.fullmatch("[A-Z]{2}", value)
            known = country or value in SCOPE_VALUES.get(dimension, ())
            assert ("place" in part) if dimension in PLACE_DIMENSIONS else known, part


def test_no_figure_is_claimed_twice_by_one_speaker_in_one_place():
    seen = [(c["speaker"], c["measure"], str(c.get("scope")), c.get("low"), c.get("said_on"),
             c.get("as_of"), c.get("yardstick"), c.get("wave"), c.get("period_start"))
            for c in DATA["claims"].values() if c["mode"] != "derived"]  # fmt: skip
    assert len(seen) == len(set(seen))


def test_a_sum_holds_or_is_short_by_what_we_know():
    gaps = {
        kind: {k: gap(e) for k, e in DATA["sums"].items() if e["kind"] == kind}
        for kind in ("whole", "partial")
    }
    short = {key: found for key, found in gaps["whole"].items() if found}
    assert short == SHORT
    assert [key for key in short if not DATA["sums"][key]["explanation"]["en"]] == []
    assert [key for key, found in gaps["partial"].items() if found > 0] == []


def test_a_derived_figure_is_computed_from_claims_that_say_it():
    formula = DATA["claims"]["2025-12-13-held-derived"]["formula"]
    assert sum(map(low, formula)) == DATA["claims"]["2026-01-16-held-viasna"]["low"] == 1104


def test_every_row_of_the_record_is_mapped_once():
    for part, count in PARTS.items():
        mapped = [int(row["row"]) for row in ROWS if row["part"] == part]
        assert mapped == [*range(1, count + 1)], part


def test_every_row_becomes_something_that_stands_here():
    plural = {"claim": "claims", "statement": "statements", "sum": "sums"}
    plural |= {"event": "events", "wave": "waves"}
    for row in ROWS:
        assert row["part"] != "claims" or row["kind"] in ROW_KINDS, row
        for kind, _, key in (each.partition(":") for each in row["keys"].split("; ")):
            source, _, number = key.partition("/")
            remarks = DATA["sources"].get(source, {}).get("remarks", [])
            assert key in DATA[plural[kind]] if kind in plural else remarks[int(number) - 1], row


def test_every_claim_statement_sum_and_event_comes_from_a_row():
    mapped = {key for row in ROWS for key in row["keys"].split("; ")}
    for kind in ("claim", "statement", "event", "sum"):
        assert {f"{kind}:{key}" for key in DATA[f"{kind}s"]} <= mapped


def test_every_text_for_readers_is_in_three_languages():
    for name in FILES:
        for _, value in walk(DATA[name]):
            if isinstance(value, dict) and "en" in value:
                assert all(value.get(language) for language in ("be", "ru", "en")), value
                assert not re.search("[ищъ]", value["be"], re.I), value
                assert not re.search("[іў]", value["ru"], re.I), value


def test_nobody_is_named_beyond_those_who_may_be():
    for path in [*REFERENCE.rglob("*.yaml"), REFERENCE / "rows.csv"]:
        text = re.sub(r"https?://\S+", "", path.read_text(encoding="utf-8"))
        assert kept_out(text) == [], path.name


def test_a_name_that_is_kept_out_is_seen():
    assert kept_out("A person called Nobodyevich was freed.") == ["nobodyevich"]
