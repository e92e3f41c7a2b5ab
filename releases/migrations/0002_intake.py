import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import publishing.codes
import publishing.dates.fields


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0001_initial"),
        ("publishing", "0001_initial"),
        ("releases", "0001_initial"),
        ("sources", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="IntakeList",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "role",
                    publishing.codes.CodeField(
                        choices=[
                            ("released", "Released"),
                            ("listed_only", "Listed only"),
                            ("accompanying", "Accompanying"),
                            ("returned_convict", "Convict returned to own state"),
                        ],
                        default="released",
                        max_length=60,
                        verbose_name="what the list says of them",
                    ),
                ),
                (
                    "outcome",
                    publishing.codes.CodeField(
                        choices=[
                            ("freed", "Freed"),
                            ("declined", "Declined to be released"),
                            ("refused_by_receiving_state", "Refused by the receiving state"),
                            ("turned_back", "Turned back at the border"),
                            ("not_freed", "Not freed"),
                            ("unknown", "Not known"),
                        ],
                        default="freed",
                        max_length=60,
                        verbose_name="outcome",
                    ),
                ),
                (
                    "confidence",
                    publishing.codes.CodeField(
                        choices=[("low", "Low"), ("medium", "Medium"), ("high", "High")],
                        default="medium",
                        max_length=60,
                        verbose_name="confidence",
                    ),
                ),
                ("checksum", models.CharField(editable=False, max_length=64)),
                ("made_at", models.DateTimeField(auto_now_add=True, verbose_name="made at")),
                (
                    "made_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="made by",
                    ),
                ),
                (
                    "proposal",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="publishing.proposal",
                    ),
                ),
                (
                    "side",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="intake_lists",
                        to="releases.side",
                        verbose_name="side of a wave",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="sources.source",
                        verbose_name="source of the list",
                    ),
                ),
            ],
            options={
                "verbose_name": "list of names",
                "verbose_name_plural": "lists of names",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="IntakeLine",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="number")),
                ("place", models.PositiveIntegerField(verbose_name="line of the text")),
                ("text", models.TextField(blank=True, verbose_name="as pasted")),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="name")),
                ("given", models.CharField(blank=True, max_length=100, verbose_name="given name")),
                (
                    "family",
                    models.CharField(blank=True, max_length=100, verbose_name="family name"),
                ),
                (
                    "birth",
                    publishing.dates.fields.EDTFField(blank=True, null=True, verbose_name="born"),
                ),
                (
                    "birth_earliest",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(models.F("birth"), function="public.edtf_earliest"),
                        null=True,
                        output_field=models.DateField(),
                    ),
                ),
                (
                    "birth_latest",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(models.F("birth"), function="public.edtf_latest"),
                        null=True,
                        output_field=models.DateField(),
                    ),
                ),
                ("remark", models.TextField(blank=True, verbose_name="remark")),
                (
                    "proposal",
                    publishing.codes.CodeField(
                        choices=[
                            ("matched", "Matched"),
                            ("ambiguous", "Ambiguous"),
                            ("new", "New"),
                            ("no_name", "No name"),
                            ("empty", "Empty"),
                        ],
                        max_length=60,
                        verbose_name="proposal",
                    ),
                ),
                (
                    "doubles",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveIntegerField(),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "decision",
                    publishing.codes.CodeField(
                        blank=True,
                        choices=[
                            ("person", "Somebody we know"),
                            ("new", "New person"),
                            ("ignored", "Not a person"),
                        ],
                        default="",
                        max_length=60,
                        verbose_name="decision",
                    ),
                ),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                ("entered_at", models.DateTimeField(blank=True, null=True)),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "entered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="intake_lines",
                        to="people.person",
                    ),
                ),
                (
                    "intake",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lines",
                        to="releases.intakelist",
                    ),
                ),
            ],
            options={
                "verbose_name": "line of a list",
                "verbose_name_plural": "lines of a list",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="IntakeCandidate",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("rank", models.PositiveSmallIntegerField()),
                ("score", models.FloatField()),
                ("is_match", models.BooleanField(default=False)),
                ("has_conflict", models.BooleanField(default=False)),
                ("is_searched", models.BooleanField(default=False)),
                ("reasons", models.JSONField(blank=True, default=list)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "line",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="candidates",
                        to="releases.intakeline",
                    ),
                ),
            ],
            options={
                "verbose_name": "candidate of a line",
                "verbose_name_plural": "candidates of a line",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("line", "rank"),
                        name="releases_intakecandidate_rank_once_per_line",
                        violation_error_message="The line has a candidate of this rank.",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="intakelist",
            constraint=models.UniqueConstraint(
                fields=("side", "role", "checksum"),
                name="releases_intakelist_once_per_side",
                violation_error_message="This side of the wave has this list already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="intakeline",
            constraint=models.UniqueConstraint(
                fields=("intake", "number"),
                name="releases_intakeline_number_once_per_list",
                violation_error_message="The list has a line with this number.",
            ),
        ),
        migrations.AddConstraint(
            model_name="intakeline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("decided_at__isnull", True), ("decided_by__isnull", True), ("decision", "")
                    ),
                    models.Q(
                        models.Q(("decision", ""), _negated=True),
                        ("decided_at__isnull", False),
                        ("decided_by__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="releases_intakeline_decided_at_and_by",
                violation_error_message="A decision has its moment and its account.",
            ),
        ),
        migrations.AddConstraint(
            model_name="intakeline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decision", "person"), ("person__isnull", False)),
                    ("decision", "new"),
                    models.Q(("decision__in", ["", "ignored"]), ("person__isnull", True)),
                    _connector="OR",
                ),
                name="releases_intakeline_names_whom_it_was_decided_to_be",
                violation_error_message="Say which person the line names.",
            ),
        ),
        migrations.AddConstraint(
            model_name="intakeline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("entered_at__isnull", True), ("entered_by__isnull", True)),
                    models.Q(
                        ("entered_at__isnull", False),
                        ("entered_by__isnull", False),
                        ("person__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="releases_intakeline_entered_at_and_by",
                violation_error_message="Only a line that was decided to be somebody is entered.",
            ),
        ),
    ]
