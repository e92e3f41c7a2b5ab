"""The snapshot: what it follows, what it makes equal, and that it sees a difference."""

from pathlib import Path

from tests.harness.snapshot import Answer, find_addresses, find_differences, make_equal


def test_a_list_of_the_api_leads_to_its_exports_its_objects_and_its_next_page():
    body = b'{"next": "/api/v1/waves/?cursor=Ab-1", "results": [{"id": "7"}]}'
    found = [*find_addresses(Answer("/api/v1/waves/", 200, "application/json", body))]
    ends = ["7/ledger/", "?format=csv", "?format=jsonl", "?cursor=Ab-1", "7/"]
    assert found == [f"/api/v1/waves/{end}" for end in ends]


def test_a_page_leads_to_what_is_ours_and_no_further():
    body = b'<a href="people/?page=2&amp;q=a"><a href="https://example.org/"><a href="/admin/">'
    found = [*find_addresses(Answer("/en/", 200, "text/html; charset=utf-8", body))]
    assert found == ["/en/people/?page=2&q=a"]


def test_only_what_each_answer_has_anew_is_made_equal():
    one, other = b'"2026-01-02T03:04:05Z" 123', b'"2026-01-02T03:04:06.7Z" 123'
    assert make_equal(one) == make_equal(other) != make_equal(b'"2026-01-02T03:04:05Z" 124')


def test_differences_are_listed_with_their_lines(tmp_path: Path):
    for folder, word in (("before", "choice"), ("after", "reason")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "wave").write_text(f"{{{word}}}")
        (tmp_path / folder / "same").write_text("1")
        (tmp_path / folder / f"only {word}").touch()
    found = [*find_differences(tmp_path / "before", tmp_path / "after")]
    assert found[:2] == ["only before: only choice", "only after: only reason"]
    assert found[2].splitlines() == ["wave", "@@ -1 +1 @@", "-{choice}", "+{reason}"]
