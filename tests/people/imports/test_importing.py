"""From a list to drafts: the plan, its commit, and the second time (trust rows E4, E6, E8, E9)."""
# ruff: noqa: N802

import io

import pytest

from people.imports import plan_application
from people.imports.decisions import decide_row
from people.imports.enums import ImportDecision
from people.imports.plan_application import PlanChanged, apply_plan
from people.models import Charge, Import, Name, Person, Placement, Sentence
from publishing.actions import Refused
from publishing.enums import Role
from publishing.models import Proposal
from tests.accounts import account
from tests.factories import (
    CustodyFactory,
    IdentifierFactory,
    NameFactory,
    PersonFactory,
    SourceFactory,
    published,
)
from tests.people.imports.desk import (
    imported,
    only_row,
    planned,
    remarks,
    somebody,
    state,
    verdicts,
    vocabulary,
)
from tests.people.imports.lists import as_csv, machine_rows

pytestmark = pytest.mark.django_db


def test_somebody_new_becomes_a_draft_with_all_that_the_row_says():
    vocabulary()
    imported(
        somebody(
            articles__0="342 (1)", articles__1="130 ч. 3", prison="ИК №15. Могилёв",
            penalty="5 years of imprisonment in a penal colony", verdict_date="2022-01-02",
            judge="Synthetic A. B.",
        )
    )  # fmt: skip
    person = Person.objects.get()
    assert (person.state, person.visibility) == ("draft", "count_only")
    assert (person.sex, str(person.birth)) == ("male", "1982-04-24")
    assert "judge: Synthetic A. B." in person.note
    assert Name.objects.values_list("text", "family", "given").get() == (
        "Zymaski Synta", "Zymaski", "Synta",
    )  # fmt: skip
    assert set(Charge.objects.values_list("article__article", flat=True)) == {"342", "130"}
    assert Placement.objects.get().facility.code == "by-colony-15"
    assert (Sentence.objects.get().kind, Sentence.objects.get().months) == ("imprisonment", 60)


def test_each_fact_is_cited_to_the_source_and_the_status_is_its_publishers_word():
    source = SourceFactory()
    imported(somebody(), source=source)
    person = Person.objects.get()
    parts = (person, person.names.get(), person.custodies.get(), person.recognitions.get())
    assert [part.citations.get().source for part in parts] == [source] * 4
    assert person.recognitions.get().organisation == source.publisher
    assert person.identifiers.get().scheme == source.publisher.code


def test_a_dry_run_changes_nothing_but_its_own_tables():
    SourceFactory()
    before = state()
    planned(somebody(), source=SourceFactory._meta.model.objects.get())
    assert state() == before


def test_E6_the_same_file_twice_changes_nothing():
    source = SourceFactory()
    vocabulary()
    rows = list(machine_rows(30))
    imported(*rows, source=source)
    before = state()
    again = imported(*rows, source=source)
    assert state() == before
    assert set(verdicts(again)) <= {"unchanged", "likely_duplicate"}


@pytest.mark.parametrize("other", [{"name": "Kuraski Testa"}, {"url": "FALSE"}])
def test_E6_what_was_left_out_as_a_duplicate_of_a_row_is_left_out_again(other):
    source, rows = SourceFactory(), [somebody(), somebody(id="8", **other)]
    imported(*rows, source=source)
    again = imported(*reversed(rows), source=source)
    assert verdicts(again) == ["likely_duplicate", "unchanged"]
    assert Person.objects.count() == 1


def test_E6_a_plan_that_was_not_applied_gives_way_to_the_next_of_the_same_file():
    source = SourceFactory()
    planned(somebody(), source=source)
    planned(somebody(), source=source)
    assert Import.objects.count() == 1


@pytest.mark.django_db(transaction=True)  # a transaction of its own for the plan, as it has
def test_E6_of_two_plans_of_the_same_people_only_the_first_is_applied():
    source = SourceFactory()
    first = planned(somebody(), source=source)
    second = planned(somebody(description="said otherwise"), source=source)
    apply_plan(first, by=account(Role.EDITOR))
    with pytest.raises(PlanChanged):
        apply_plan(second, by=account(Role.EDITOR))
    assert Person.objects.count() == 1


@pytest.mark.django_db(transaction=True)  # a transaction of its own for the plan, as it has
def test_E4_a_change_between_plan_and_commit_is_told_and_nothing_is_imported():
    source = SourceFactory()
    imported(somebody(), source=source)
    listing = planned(somebody(died="2024-01-01"), source=source)
    Person.objects.update(died="2023")
    with pytest.raises(PlanChanged) as refused:
        apply_plan(listing, by=account(Role.EDITOR))
    (difference,) = refused.value.differences
    assert (difference.number, difference.planned, difference.now) == (2, "update", "conflict")
    assert str(Person.objects.get().died) == "2023"


def test_what_the_database_does_not_take_is_refused_in_words(monkeypatch):
    listing = planned(somebody())
    IdentifierFactory(scheme=listing.scheme, value="7")
    monkeypatch.setattr(
        plan_application, "_has_changed", lambda listing: False
    )  # at this very moment
    with pytest.raises(Refused, match="Somebody else has this number in this list"):
        apply_plan(listing, by=account(Role.EDITOR))


def test_E4_a_change_of_somebody_else_does_not_stand_in_the_way():
    source = SourceFactory()
    imported(somebody(), source=source)
    listing = planned(somebody(died="2024-01-01"), source=source)
    NameFactory(text="Another Synthetic")
    apply_plan(listing, by=account(Role.EDITOR))
    assert str(Person.objects.get(identifiers__value="7").died) == "2024-01-01"


def test_E4_a_plan_is_applied_once():
    listing = imported(somebody())
    with pytest.raises(Refused):
        apply_plan(listing, by=account(Role.EDITOR))


def test_an_empty_field_of_a_draft_is_filled_and_another_value_is_shown_and_kept():
    source = SourceFactory()
    person = PersonFactory(sex="female")
    IdentifierFactory(person=person, scheme=source.publisher.code, value="7")
    listing = imported(somebody(), source=source)
    person.refresh_from_db()
    assert (person.sex, str(person.birth)) == ("female", "1982-04-24")
    assert ["person.sex", "female", "male", "conflict"] in only_row(listing).changes


def test_what_came_from_the_list_follows_the_list():
    source = SourceFactory()
    imported(somebody(), source=source)
    listing = imported(somebody(birthday="1983-04-24"), source=source)
    assert ["person.birth", "1982-04-24", "1983-04-24", "replace"] in only_row(listing).changes
    assert str(Person.objects.get().birth) == "1983-04-24"


def test_what_staff_corrected_stays():
    source = SourceFactory()
    imported(somebody(), source=source)
    Person.objects.update(birth="1980")
    listing = imported(somebody(birthday="1983-04-24"), source=source)
    assert verdicts(listing) == ["conflict"]
    assert str(Person.objects.get().birth) == "1980"


def of_a_published_person(**cells):
    source = SourceFactory()
    person = PersonFactory()
    IdentifierFactory(person=person, scheme=source.publisher.code, value="7")
    published(person)
    return person, source, somebody(**cells)


def test_E9_a_published_record_gets_one_proposal_with_its_source_and_is_not_changed():
    person, source, row = of_a_published_person()
    imported(row, source=source)
    person.refresh_from_db()
    assert (person.state, person.birth, person.names.count()) == ("published", None, 0)
    proposal = Proposal.objects.get()
    assert (proposal.record_id, proposal.state) == (person.pk, "open")
    assert source.title in proposal.reason
    assert {"birth", "text", "source_id"} <= set(
        proposal.changes.values_list("column_name", flat=True)
    )


def test_E9_what_was_proposed_is_not_proposed_again():
    _person, source, row = of_a_published_person()
    imported(row, source=source)
    listing = imported(row, source=source)
    assert (Proposal.objects.count(), verdicts(listing)) == (1, ["unchanged"])


def test_E9_what_cannot_stand_beside_a_published_custody_is_kept_and_the_rest_is_proposed():
    person = PersonFactory(birth=None)
    CustodyFactory(person=person, ended="2023-05-01", ending="ended")
    source = SourceFactory()
    IdentifierFactory(person=person, scheme=source.publisher.code, value="7")
    published(person)
    listing = imported(somebody(status="active"), source=source)
    how = {change[0]: change[3] for change in only_row(listing).changes}
    assert (how["custody.ending"], how["person.birth"]) == ("conflict", "propose")
    assert Proposal.objects.count() == 1


def test_E9_nobody_imported_is_published_or_named():
    vocabulary()
    imported(*machine_rows(40))
    assert set(Person.objects.values_list("state", "visibility")) == {("draft", "count_only")}


def test_E8_rows_that_the_account_may_not_touch_are_refused_one_by_one():
    source = SourceFactory()
    imported(somebody(), source=source)
    listing = planned(
        somebody(died="2024-01-01"), somebody(id="8", name="Kuraski Testa", url="FALSE"),
        source=source, by=account(Role.CASEWORKER),
    )  # fmt: skip
    assert verdicts(listing) == ["error", "error"]
    assert {"no_right_to_add", "no_right_to_change"} <= remarks(listing)


def test_E8_who_may_not_import_decides_nothing():
    row = only_row(planned(somebody()))
    with pytest.raises(Refused, match="may not import"):
        decide_row(row, ImportDecision.SKIP, by=account(Role.CASEWORKER))


def test_E8_who_may_not_import_applies_nothing():
    listing = planned(somebody())
    with pytest.raises(Refused):
        apply_plan(listing, by=account(Role.CASEWORKER))


@pytest.mark.parametrize(
    ("cells", "code", "address"),
    [
        ({"name": "FALSE"}, "no_name", "2"),
        ({"birthday": "soon"}, "no_date", "H2"),
        ({"gender": "?"}, "no_sex", "E2"),
        ({"url": "javascript:x"}, "no_address", "B2"),
        ({"name": "=1+1"}, "formula", "C2"),
        ({"birthday": "1990", "died": "1980"}, "dates_clash", "2"),
    ],
)
def test_E4_an_error_bears_the_address_of_its_cell(cells, code, address):
    from people.imports.remarks import Remark

    listing = planned(somebody(**cells))
    assert verdicts(listing) == ["error"]
    row = only_row(listing)
    found = {
        remark.code: remark.cell_address(row.number) for remark in (Remark(*r) for r in row.remarks)
    }
    assert found[code] == address


def test_rows_with_errors_are_left_out_and_the_others_come_in():
    imported(somebody(birthday="soon"), somebody(id="8", name="Kuraski Testa", url="FALSE"))
    assert Name.objects.get().text == "Kuraski Testa"


def test_somebody_known_by_another_list_is_a_likely_duplicate_and_left_out():
    NameFactory(text="Zymaski Synta", family="Zymaski", given="Synta")
    listing = imported(somebody())
    assert verdicts(listing) == ["likely_duplicate"]
    assert only_row(listing).candidates
    assert Person.objects.count() == 1


def test_two_rows_of_one_name_are_likely_duplicates_of_each_other():
    listing = planned(somebody(), somebody(id="8", url="FALSE"))
    assert verdicts(listing) == ["new", "likely_duplicate"]


def test_two_rows_of_one_number_are_an_error_of_the_second():
    assert verdicts(planned(somebody(), somebody(name="Kuraski Testa", url="FALSE"))) == [
        "new",
        "error",
    ]


def test_an_unknown_place_is_not_invented_and_an_article_of_no_code_is_kept_in_the_note():
    listing = imported(somebody(prison="Nowhere 5", articles__0="9999"))
    assert {"unknown_facility", "unknown_article"} <= remarks(listing)
    assert not Placement.objects.exists()
    assert "prison: Nowhere 5" in Person.objects.get().note
    assert "articles/0: 9999" in Person.objects.get().note


def test_a_place_that_is_called_unknown_is_not_taken_for_one_that_is_not_known():
    assert "unknown_facility" in remarks(planned(somebody(prison="Unknown place 7")))
    assert "not_a_facility" in remarks(planned(somebody(prison="Unknown / Невядома")))


def test_released_awaiting_the_sentence_is_read_as_what_it_says():
    words = "released awaiting the commencement of the sentence"
    imported(somebody(prison=words, penalty="3 года лишения свободы"))
    assert Sentence.objects.get().is_not_yet_begun
    assert Person.objects.get().custodies.get().ending == "unknown"


def test_the_page_csv_is_known_by_its_headers():
    header = (
        "Имя и фамилия,Статус,Дата рождения,Пол,Дата задержания,Предъявлены обвинения,"
        "Дата приговора,Решение суда,Вид наказания,Судья,Прокурор,Место заключения"
    )
    row = "Синта Зымаски,Политзаключённый,24 апреля 1982,Мужской,06.05.2021,ст. 342 ч. 1,,,,,,"
    vocabulary()
    imported(file=io.BytesIO(f"{header}\n{row}\n".encode("cp1251")))
    person = Person.objects.get()
    assert (str(person.birth), person.sex, person.charges.count()) == ("1982-04-24", "male", 1)


def test_columns_that_are_not_known_need_a_mapping():
    with pytest.raises(Refused):
        planned(file=io.BytesIO(b"who,when\nZymaski Synta,2020\n"))


def test_a_machine_export_keeps_every_cell_somewhere():
    vocabulary()
    row = next(iter(machine_rows(3)))
    imported(row)
    assert "Synthetic person 0." in Person.objects.get().note
    assert as_csv([row])
