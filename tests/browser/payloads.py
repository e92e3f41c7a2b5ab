"""What somebody would enter to run a script at a reader's or at a colleague's, and where."""

from collections.abc import Iterator
from itertools import count

from django.apps import apps
from django.db import DatabaseError, models, transaction

from tests.harness.connections import past_every_guard, run
from tests.hostile.asking import ROOMS

#: Each says that it ran, or leaves an element behind that nobody but we could have made.
PAYLOADS = (
    "<b data-planted>7</b>",
    "<script>window.ran=1</script>",
    "<img src=x onerror=window.ran=2 data-planted>",
    "<svg onload=window.ran=3 data-planted>",
    "\"><b data-planted onclick=x><script>window.ran=4</script>",
    "' autofocus onfocus=window.ran=5 data-planted x='",
    '" autofocus onfocus=window.ran=6 data-planted x="',
    "</textarea><script>window.ran=7</script><b data-planted>",
    "</title></style></option></select></script><script>window.ran=8</script><b data-planted>",
    "--><b data-planted>]]><script>window.ran=9</script>",
    "<scr<script>ipt>window.ran=10</scr</script>ipt>",
    "<a href='javascript:window.ran=11' data-planted>a</a>",
    "[a](javascript:window.ran=12) ![a](x\"onerror=window.ran=13) <javascript:window.ran=14>",
    "<iframe srcdoc='<script>parent.ran=15</script>' data-planted></iframe>",
    "<details open ontoggle=window.ran=16 data-planted>a</details>",
    "<math><mtext><table><mglyph><style><img src=x onerror=window.ran=17 data-planted>",
    "<style data-planted>@import '//elsewhere.example/'</style>",
    "<meta data-planted http-equiv=refresh content='0;url=data:text/html,x'>",
    "<form data-planted action=//elsewhere.example><button>a</button></form>",
    "{{ 7|add:7000 }}{% include 'x' %}${window.ran=18}#{window.ran=19}<%= window.ran=20 %>",
    "\\u003cscript\\u003ewindow.ran=21\\u003c/script\\u003e&lt;script&gt;window.ran=22&lt;/script&gt;",
    "\uff1cscript\uff1ewindow.ran=23\uff1c/script\uff1e \u02bascript\u02ba \u2028window.ran=24",
)  # fmt: skip
ALL = " ".join(PAYLOADS)
ADDRESSES = (
    "javascript:window.ran=1",
    "JaVaScRiPt:window.ran=1",
    " javascript:window.ran=1",
    "java\tscript:window.ran=1",
    "data:text/html,<script>window.ran=1</script>",
    "vbscript:x",
    "https://example.org/\"onfocus=window.ran=1 autofocus x=\"",
    "https://example.org/<script>window.ran=1</script>",
    "//elsewhere.example/\njavascript:window.ran=1",
)  # fmt: skip
#: What staff write of the records of our own work.
OF_OUR_WORK = {
    "publishing.AccessRequest": ("note",),
    "publishing.Account": ("first_name", "last_name", "email"),
    "publishing.ExpungeRequest": ("note",),
    "publishing.Proposal": ("reason", "decision_reason"),
    "publishing.History": ("reason",),
}
TURNS = count()
Column = tuple[type[models.Model], models.Field]


def list_columns(kind: type[models.Field]) -> Iterator[Column]:
    """The columns of this kind that staff fill in freely."""
    for room in ROOMS:
        for model in apps.get_app_config(room).get_models():
            label, fields = model._meta.label, model._meta.local_concrete_fields
            is_kept_by_triggers = label == "people.PublicName" or room == "publishing"
            names = OF_OUR_WORK.get(label, () if is_kept_by_triggers else None)
            for field in fields if model._meta.managed else ():
                is_named = names is None or field.name in names
                if is_named and isinstance(field, kind) and is_free(field):
                    yield model, field


def is_free(field: models.Field) -> bool:
    is_key = field.unique or field.primary_key or isinstance(field, models.SlugField)
    is_long = not field.max_length or field.max_length >= len(PAYLOADS[0])
    return field.editable and not field.choices and not is_key and is_long


def list_texts() -> list[Column]:
    found = [*list_columns(models.CharField), *list_columns(models.TextField)]
    return [(model, field) for model, field in found if not isinstance(field, models.URLField)]


def plant() -> list[str]:
    """Write the payloads into every column, past whoever writes; the columns that took them."""
    taken = [each for each in list_texts() if fill(*each)]
    return [f"{model._meta.label}.{field.name}" for model, field in taken]


def fill(model: type[models.Model], field: models.Field) -> bool:
    """As many payloads as there is room for, in each row and column beginning with another one."""
    keys = list(model._default_manager.values_list("pk", flat=True))
    taken = [write(model, field, key, fit(field.max_length)) for key in keys]
    return any(taken)


def fit(most: int | None) -> str:
    start = next(TURNS) % len(PAYLOADS)
    text = ""
    for each in PAYLOADS[start:] + PAYLOADS[:start]:
        if most is None or len(text) + len(each) < most:
            text += f" {each}" if text else each
    return text


def write(model: type[models.Model], field: models.Field, key: object, text: str) -> bool:
    table, column, primary = model._meta.db_table, field.column, model._meta.pk.column
    sql = f'UPDATE {table} SET "{column}" = %s WHERE {primary} = %s'
    try:
        with transaction.atomic(), past_every_guard():
            run(sql, text, key)
    except DatabaseError:  # a CHECK holds whoever writes
        return False
    return True
