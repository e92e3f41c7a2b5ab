"""The importer at the staff door: upload, columns, plan, decisions, commit."""
# ruff: noqa: N802

import re
from itertools import islice

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from people.admin import imports
from people.duplicates.merging.decisions import find_standing_decision
from people.imports import plan, plan_application
from people.models import Import, Name, Person, SavedMapping
from publishing.enums import Role
from tests.accounts import account
from tests.factories import NameFactory, SourceFactory
from tests.people.imports.desk import imported, planned, somebody, state, verdicts
from tests.people.imports.lists import as_csv, machine_rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff() -> Client:
    return client(Role.EDITOR)


def client(role: Role) -> Client:
    staff = Client()
    staff.force_login(account(role))
    return staff


def page(name: str, listing: Import, *args: object) -> str:
    return reverse(f"admin:people_import_{name}", args=[listing.pk, *args])


def uploaded(staff: Client, content: bytes, **answers: object):
    file = SimpleUploadedFile("list.csv", content)
    data = {"file": file, "source": SourceFactory().pk, **answers}
    return staff.post(reverse("admin:people_import_read"), data, follow=True)


def test_a_list_goes_from_upload_to_drafts(staff):
    answer = uploaded(staff, as_csv([somebody()]))
    assert "Zymaski Synta" in answer.content.decode()
    listing = Import.objects.get()
    staff.post(page("apply", listing), {"reason": "a list of theirs"})
    listing.refresh_from_db()
    assert (listing.state, listing.reason, Person.objects.get().state) == (
        "applied", "a list of theirs", "draft",
    )  # fmt: skip


def test_what_cannot_be_read_is_an_error_of_the_field(staff):
    answer = uploaded(staff, b"%PDF-1.7")
    assert "neither a CSV file nor an XLSX workbook" in answer.content.decode()
    assert not Import.objects.exists()


def test_columns_that_are_not_known_are_asked_for_and_kept(staff):
    uploaded(staff, b"Who,When\nZymaski Synta,2021-01-02\n")
    listing = Import.objects.get()
    answers = {"column-0": "name", "column-1": "arrested", "title": "Theirs"}
    staff.post(page("columns", listing), answers, follow=True)
    listing.refresh_from_db()
    assert (listing.state, verdicts(listing)) == ("planned", ["new"])
    assert SavedMapping.objects.get().columns == {"Who": "name", "When": "arrested"}


def test_a_saved_mapping_reads_the_next_list(staff):
    test_columns_that_are_not_known_are_asked_for_and_kept(staff)
    mapping = SavedMapping.objects.get()
    uploaded(staff, b"When,Who\n2020,Kuraski Testa\n", mapping=mapping.pk)
    assert Import.objects.filter(mapping=mapping, state="planned").count() == 2


def test_a_long_plan_goes_on_by_itself(staff, monkeypatch):
    monkeypatch.setattr(plan, "BATCH", 2)
    answer = uploaded(staff, as_csv(machine_rows(5)))
    assert answer["Refresh"] == "0"
    assert "<progress" in answer.content.decode()
    listing = Import.objects.get()
    staff.get(page("plan", listing))
    assert "Refresh" not in staff.get(page("plan", listing))
    assert "" not in verdicts(listing)


def test_a_likely_duplicate_is_decided_by_somebody_and_then_taken(staff):
    known = NameFactory(text="Zymaski Synta", family="Zymaski", given="Synta").person
    listing = planned(somebody())
    shown = staff.get(page("row", listing, 2)).content.decode()
    assert str(known.pk) in shown
    staff.post(page("row", listing, 2), {"decision": str(known.pk)})
    row = listing.rows.get()
    assert (row.verdict, row.person, row.decision, row.decided_by.username) == (
        "update", known, "same", "editor",
    )  # fmt: skip
    staff.post(page("apply", listing), {"reason": "decided"})
    assert known.identifiers.get().value == "7"
    assert Person.objects.count() == 1


@pytest.mark.parametrize(("decision", "people"), [("new", 2), ("skip", 1)])
def test_a_likely_duplicate_can_be_somebody_new_or_left_out(staff, decision, people):
    NameFactory(text="Zymaski Synta", family="Zymaski", given="Synta")
    listing = planned(somebody())
    staff.post(page("row", listing, 2), {"decision": decision})
    staff.post(page("apply", listing), {"reason": "decided"})
    assert Person.objects.count() == people


def test_M3_somebody_new_is_none_of_those_whom_they_look_like(staff):
    known = NameFactory(text="Zymaski Synta", family="Zymaski", given="Synta").person
    listing = planned(somebody())
    staff.post(page("row", listing, 2), {"decision": "new"})
    staff.post(page("apply", listing), {"reason": "decided"})
    new = Person.objects.exclude(pk=known.pk).get()
    assert find_standing_decision(known, new).decided_by.username == "editor"


@pytest.fixture
def long_list(monkeypatch) -> Import:
    """A list of two rows, each of which is a batch."""
    monkeypatch.setattr(imports, "BATCH", 1)
    monkeypatch.setattr(plan_application, "BATCH", 1)
    other = somebody(id="8", name="Kuraski Testa", url="https://list.example/p/8")
    return planned(somebody(), other)


def applied(staff: Client, listing: Import, **headers: str):
    return staff.post(page("apply", listing), {"reason": "a long list"}, headers=headers)


def test_the_commit_of_a_long_list_tells_how_far_it_is(staff, long_list):
    lines = [line.decode() for line in applied(staff, long_list)]
    told = [re.findall('<progress value="(.)" max="2">', line) for line in lines]
    assert told == [[], ["1"], ["2"], [], []]
    assert "The list was imported." in lines[3]
    assert (lines[0][:9], lines[-1].strip()[-7:]) == ("<!DOCTYPE", "</html>")


def test_each_step_is_sent_when_it_is_done_and_not_packed_with_others(staff, long_list):
    _head, step, *_rest = applied(staff, long_list, accept_encoding="gzip")
    assert b"<progress" in step


@pytest.mark.parametrize(
    ("language", "words"), [("be", "Спіс імпартаваны"), ("ru", "Список импортирован")]
)
def test_the_steps_are_told_in_the_language_of_the_page(staff, long_list, language, words):
    page = applied(staff, long_list, accept_language=language).getvalue().decode()
    assert words in page
    assert "rows are done" not in page


@pytest.mark.parametrize("steps", range(3))
@pytest.mark.django_db(transaction=True)
def test_E5_who_leaves_before_the_end_has_imported_nothing(staff, long_list, steps):
    before, answer = state(), applied(staff, long_list)
    assert len(list(islice(answer, steps + 1))) == steps + 1
    answer.close()
    long_list.refresh_from_db()
    assert (state(), long_list.state) == (before, "planned")
    assert b"The list was imported." in applied(staff, long_list).getvalue()


def test_what_breaks_a_long_commit_is_told_without_its_words(staff, long_list, monkeypatch, caplog):
    def broken(*_: object) -> None:
        raise OSError("Zymaski Synta")

    monkeypatch.setattr(plan_application, "_carry_out", broken)
    told = applied(staff, long_list).getvalue().decode()
    assert "The import broke off." in told
    assert "Zymaski" not in told
    assert [record.message for record in caplog.records] == ["An import broke off."]


@pytest.mark.django_db(transaction=True)
def test_E4_a_long_plan_that_no_longer_holds_is_refused_with_what_differs(staff, monkeypatch):
    monkeypatch.setattr(imports, "BATCH", 0)
    test_E4_a_plan_that_no_longer_holds_is_refused_with_what_differs(staff)
    assert Person.objects.get().died.value == "2023"


@pytest.mark.django_db(transaction=True)  # a transaction of its own for the plan, as it has
def test_E4_a_plan_that_no_longer_holds_is_refused_with_what_differs(staff):
    source = SourceFactory()
    imported(somebody(), source=source)
    listing = planned(somebody(died="2024-01-01"), source=source)
    Person.objects.update(died="2023")
    answer = staff.post(page("apply", listing), {"reason": "too late"}).getvalue().decode()
    assert "Row 2 was planned as" in answer
    assert "person.died" in answer


def test_C9_the_errors_are_downloaded_as_cells_that_cannot_run(staff):
    listing = planned(somebody(gender="+1 =cmd", description="@SUM(A1)"))
    answer = staff.get(page("errors", listing))
    text = b"".join(answer.streaming_content).decode()
    assert "'@SUM(A1)" in text
    assert ",+1" not in text


def test_the_rows_are_filtered_by_verdict_and_paged(staff):
    listing = planned(*machine_rows(60), somebody(birthday="soon"))
    errors = staff.get(page("plan", listing), {"verdict": "error"}).content.decode()
    assert "cannot be read as a date" in errors
    assert 'rel="next"' in staff.get(page("plan", listing)).content.decode()


@pytest.mark.parametrize("name", ["apply", "columns"])
def test_who_may_not_import_is_not_let_in(name):
    listing = planned(somebody())
    assert client(Role.CASEWORKER).get(page(name, listing)).status_code == 403


def test_who_may_not_import_decides_nothing():
    listing = planned(somebody())
    answer = client(Role.CASEWORKER).post(page("row", listing, 2), {"decision": "skip"})
    assert (answer.status_code, verdicts(listing)) == (403, ["new"])


def test_a_conflict_is_shown_cell_by_cell(staff):
    source = SourceFactory()
    imported(somebody(), source=source)
    Person.objects.update(sex="other")
    listing = planned(somebody(gender="female"), source=source)
    shown = staff.get(page("row", listing, 2)).content.decode()
    assert "<td>Other</td>" in shown
    assert "<td>Female</td>" in shown
    assert "kept: what we have came from elsewhere" in shown
    assert Name.objects.count() == 1
