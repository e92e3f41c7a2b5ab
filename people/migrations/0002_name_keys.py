import django.contrib.postgres.indexes
import django.db.models.functions.text
from django.db import migrations, models

import people.persons.models.key_fields
from publishing.schema.operations import WithoutGuards

PARTS = ("text", "given", "family", "language")
#: Of rows that are there already. Their keys follow in the step after `migrate`, which derives all
#: that earlier rules made; the guards, which know no keys yet, would take them for content.
STANDING = """
UPDATE people_name SET keys_of = concat_ws(E'\\t', text, given, family, language);
UPDATE people_person SET pseudonym_keys_of = pseudonym WHERE pseudonym <> '';
"""


def index(fields, name, **options):
    return django.contrib.postgres.indexes.GinIndex(fields=[fields], name=name, **options)


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="name",
            name="keys",
            field=people.persons.models.key_fields.KeysField(
                base_field=models.TextField(),
                default=list,
                editable=False,
                size=None,
                sources=PARTS,
            ),
        ),
        migrations.AddField(
            model_name="name",
            name="keys_folded",
            field=people.persons.models.key_fields.FoldedField(
                default="", editable=False, sources=PARTS
            ),
        ),
        migrations.AddField(
            model_name="name",
            name="keys_of",
            field=people.persons.models.key_fields.KeyedField(
                default="", editable=False, sources=PARTS
            ),
        ),
        migrations.AddField(
            model_name="person",
            name="pseudonym_keys",
            field=people.persons.models.key_fields.KeysField(
                base_field=models.TextField(),
                default=list,
                editable=False,
                size=None,
                sources=("pseudonym",),
            ),
        ),
        migrations.AddField(
            model_name="person",
            name="pseudonym_keys_folded",
            field=people.persons.models.key_fields.FoldedField(
                default="", editable=False, sources=("pseudonym",)
            ),
        ),
        migrations.AddField(
            model_name="person",
            name="pseudonym_keys_of",
            field=people.persons.models.key_fields.KeyedField(
                default="", editable=False, sources=("pseudonym",)
            ),
        ),
        WithoutGuards(
            ["people_name", "people_person"],
            [migrations.RunSQL(STANDING, migrations.RunSQL.noop)],
        ),
        migrations.AddIndex(model_name="name", index=index("keys", "people_name_keys")),
        migrations.AddIndex(
            model_name="name",
            index=index("keys_folded", "people_name_trigrams", opclasses=["gin_trgm_ops"]),
        ),
        migrations.AddIndex(
            model_name="person",
            index=index(
                "pseudonym_keys",
                "people_pseudonym_keys",
                condition=models.Q(("pseudonym", ""), _negated=True),
            ),
        ),
        migrations.AddIndex(
            model_name="person",
            index=index(
                "pseudonym_keys_folded",
                "people_pseudonym_trigrams",
                opclasses=["gin_trgm_ops"],
                condition=models.Q(("pseudonym", ""), _negated=True),
            ),
        ),
        migrations.AddConstraint(
            model_name="name",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "keys_of",
                        django.db.models.functions.text.Concat(
                            models.F("text"),
                            models.Value("\t"),
                            models.F("given"),
                            models.Value("\t"),
                            models.F("family"),
                            models.Value("\t"),
                            models.F("language"),
                        ),
                    )
                ),
                name="people_name_keys_are_of_its_text",
                violation_error_message="A name is stored with its own keys of search.",
            ),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(("pseudonym_keys_of", models.F("pseudonym"))),
                name="people_person_keys_are_of_its_pseudonym",
                violation_error_message="A pseudonym is stored with its own keys of search.",
            ),
        ),
    ]
