"""B11, C6, C7: a bad form is refused in words, and never writes what its page does not offer."""

import pytest
from django.contrib import admin
from django.db.models import Model
from django.test import Client

from publishing.enums import Role
from publishing.models import Account, Record, RecordPart
from releases.models import Side
from tests import factories
from tests.accounts import account
from tests.hostile.asking import NOBODY, anybody, deal, forms, rows
from tests.journeys.forms import Field, Form
from tests.repository.constraints.acts import stands
from tests.repository.constraints.holding import undone
from tests.repository.constraints.rows import FACTORIES
from tests.staff import address

pytestmark = pytest.mark.django_db

RECORDS = [model for model in admin.site._registry if issubclass(model, Record)]
DELETABLE = [model for model in admin.site._registry if issubclass(model, Record | RecordPart)]
GARBAGE = (
    "a\x00\x07\x1b[2J\x7f",
    "a\u202e\u200b\ufeff",
    "\udc80".encode("utf-8", "surrogatepass"),
    "-99999999999999999999999999",
    NOBODY,
)
TAMPERED = ("", "x", "-1", "1e9", "99")


@pytest.fixture
def inside(editor: Account) -> Client:
    client = anybody()
    client.force_login(editor)
    return client


def refused(client: Client, url: str, sent: dict[str, object]) -> None:
    """The form comes back with its errors, or the request is a 4xx; no row is written."""
    before = dict(rows())
    answer = client.post(url, sent)
    assert answer.status_code == 200 or 400 <= answer.status_code < 500
    assert dict(rows()) == before


@pytest.mark.parametrize("url", forms())
def test_an_empty_form_is_refused(url: str, inside: Client) -> None:
    refused(inside, url, {})


@pytest.mark.parametrize("url", forms())
def test_garbage_is_refused(url: str, inside: Client) -> None:
    form = Form(inside, url)
    for prefix in inlines(form):
        form.add(prefix)
    before = dict(rows())
    for word in GARBAGE:
        sent = {name: word if is_typed(name, f) else f.values for name, f in fields(form)}
        answer = inside.post(url, sent)
        assert answer.status_code == 200 or 400 <= answer.status_code < 500, ascii(word)
    assert dict(rows()) == before


@pytest.mark.parametrize("url", forms())
def test_a_choice_that_is_not_offered_is_refused(url: str, inside: Client) -> None:
    form = Form(inside, url)
    closed = [name for name, known in fields(form) if known.offered and len(known.offered) > 1]
    sent = {name: known.values for name, known in fields(form)}
    refused(inside, url, sent | {name: ["no such", "\x00"] for name in closed})


def fields(form: Form) -> list[tuple[str, Field]]:
    return [pair for pair in form.fields.items() if "__prefix__" not in pair[0]]


def inlines(form: Form) -> list[str]:
    total = "-TOTAL_FORMS"
    return [name.removesuffix(total) for name in form.fields if name.endswith(total)]


def is_typed(name: str, known: Field) -> bool:
    is_open = known.offered is None or known.search is not None
    return is_open and not name.endswith("_FORMS") and name != "csrfmiddlewaretoken"


def test_an_address_that_fills_a_form_in_breaks_nothing(inside: Client) -> None:
    for url, word in deal(forms(), ["x", NOBODY, "-1", "1e9"]):
        names = [name for name, _known in fields(Form(inside, url))]
        query = dict.fromkeys(names[:100], word)
        assert inside.get(url, query).status_code in (200, 400)


@pytest.mark.parametrize("count", TAMPERED)
@pytest.mark.parametrize("which", ["TOTAL", "INITIAL"])
def test_a_tampered_count_of_rows_adds_none(which: str, count: str, inside: Client) -> None:
    form = Form(inside, "/admin/releases/wave/add/").fill(slug="x", title_en="X", crossed_on="2024")
    sent = {name: known.values for name, known in fields(form)}
    assert inside.post(form.url, sent | {f"sides-{which}_FORMS": count}).status_code < 500
    assert not Side.objects.exists()


def test_a_row_of_another_record_is_not_changed_from_here(inside: Client) -> None:
    ours, foreign = factories.SideFactory(), factories.SideFactory(receiving=["LV"])
    form = Form(inside, address(ours.wave, "change"))
    for key in (foreign.pk, NOBODY, "x", "\x00"):
        sent = {name: known.values for name, known in fields(form)}
        tampered = {"sides-0-id": key, "sides-0-receiving": "US"}
        assert inside.post(form.url, sent | tampered).status_code < 500
    assert [side.receiving for side in Side.objects.order_by("number")] == [["LT"], ["LV"]]


def test_C6_a_row_stays_with_its_record_whatever_is_sent(inside: Client) -> None:  # noqa: N802
    ours, foreign = factories.SideFactory(), factories.SideFactory()
    form = Form(inside, address(ours.wave, "change"))
    sent = {name: known.values for name, known in fields(form)}
    inside.post(form.url, sent | {"sides-0-wave": foreign.wave.pk, "wave": foreign.wave.pk})
    assert Side.objects.get(pk=ours.pk).wave_id == ours.wave_id


def test_C6_what_is_only_viewed_is_not_written(inside: Client) -> None:  # noqa: N802
    side = factories.SideFactory()
    sent = {name: f.values for name, f in fields(Form(inside, address(side.wave, "change")))}
    wave = factories.in_review(side.wave)
    before = dict(rows())
    for url in (address(wave, "change"), address(side, "change")):
        answer = inside.post(url, sent | {"title_en": "Tampered", "sides-0-DELETE": "on"})
        assert answer.context["errors"]
    wave.refresh_from_db()
    assert (dict(rows()), wave.title_en) == (before, side.wave.title_en)


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_a_check_page_takes_along_only_what_it_offers(model: type[Record], inside: Client) -> None:
    record = getattr(factories, f"{model.__name__}Factory")()
    url = address(record, "act", "withdraw")
    assert inside.post(url, {"reason": "no such", "along": ["x", "\x00", NOBODY]}).status_code < 500
    url = address(record, "act", "submit")
    assert inside.post(url, {"along": ["x", "\x00", NOBODY]}).status_code < 500


@pytest.mark.parametrize("role", Role)
def test_C7_nobody_deletes_what_is_published(role: Role) -> None:  # noqa: N802
    wave, client = factories.published(factories.WaveFactory()), anybody()
    client.force_login(account(role, f"some-{role}"))
    chosen = {"action": "delete_selected", "_selected_action": wave.pk, "post": "yes"}
    client.post(address(type(wave), "changelist"), chosen)
    assert client.post(address(wave, "delete"), {"post": "yes"}).status_code == 403
    assert type(wave).objects.filter(pk=wave.pk).exists()


@pytest.mark.parametrize("model", DELETABLE, ids=lambda model: model.__name__)
def test_C7_what_left_the_draft_is_deleted_by_no_page(  # noqa: N802
    model: type[Model], administrator: Account
) -> None:
    """Nor is a part of it. The same row of a draft goes: it was nobody's but its author's."""
    client, row = anybody(), FACTORIES[model]()
    client.force_login(administrator)
    for is_draft in (False, True):
        with undone():
            if not is_draft:
                stands(getattr(row, "record", row), "in_review")
            client.post(address(row, "delete"), {"post": "yes"})
            assert model.objects.filter(pk=row.pk).exists() is not is_draft


def test_a_side_of_hundreds_is_entered_in_one_form(inside: Client) -> None:
    side = factories.SideFactory()
    row = {"person": NOBODY, "role": "released", "outcome": "freed", "id": "", "side": side.pk}
    counts = {"members-TOTAL_FORMS": 250, "members-INITIAL_FORMS": 0}
    sent = {f"members-{n}-{name}": value for n in range(250) for name, value in row.items()}
    assert inside.post(address(side, "change"), counts | sent).status_code == 200


@pytest.mark.parametrize("url", forms())
def test_no_country_is_chosen_for_anybody(url: str, inside: Client) -> None:
    countries = [known for name, known in Form(inside, url).fields.items() if "country" in name]
    assert all(known.values == [""] for known in countries)
