"""Inexact dates in PostgreSQL: what every model with an InexactDateField stands on."""

from pathlib import Path

from django.db import migrations

CREATE = Path(__file__).parent.parent / "sql" / "edtf.sql"
DROP = """
DROP DOMAIN public.edtf;
DROP FUNCTION public.edtf_latest(text), public.edtf_earliest(text), public.edtf_is_valid(text),
    public.edtf_is_span(text, text), public.edtf_is_point(text), public.edtf_last_day(text),
    public.edtf_margin(text), public.edtf_length(text), public.edtf_first_day(text);
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [migrations.RunSQL(CREATE.read_text(encoding="utf-8"), DROP)]
