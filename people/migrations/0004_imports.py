import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import publishing.codes


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0003_merging"),
        ("publishing", "__first__"),
        ("sources", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="SavedMapping",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("title", models.CharField(max_length=100, unique=True, verbose_name="title")),
                ("columns", models.JSONField(default=dict, verbose_name="columns")),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="sources.organisation",
                        verbose_name="organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "saved mapping of columns",
                "verbose_name_plural": "saved mappings of columns",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Import",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("file_name", models.CharField(max_length=200, verbose_name="file")),
                ("file_hash", models.CharField(max_length=64, verbose_name="SHA-256 of the file")),
                ("format", models.CharField(max_length=60, verbose_name="format")),
                (
                    "scheme",
                    models.SlugField(
                        help_text="Whose numbers stand in its rows.",
                        max_length=60,
                        verbose_name="list",
                    ),
                ),
                ("facts", models.JSONField(blank=True, default=dict)),
                ("columns", models.JSONField(default=list)),
                (
                    "state",
                    publishing.codes.CodeField(
                        choices=[("read", "Read"), ("planned", "Planned"), ("applied", "Imported")],
                        default="read",
                        max_length=60,
                        verbose_name="state",
                    ),
                ),
                ("seen", models.TextField(blank=True)),
                ("seen_id", models.BigIntegerField(default=0)),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="read at"),
                ),
                (
                    "applied_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="imported at"),
                ),
                ("reason", models.TextField(blank=True, verbose_name="reason")),
                (
                    "applied_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="sources.source",
                        verbose_name="source",
                    ),
                ),
                (
                    "mapping",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="imports",
                        to="people.savedmapping",
                    ),
                ),
            ],
            options={
                "verbose_name": "import",
                "verbose_name_plural": "imports",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ImportRow",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="row")),
                ("cells", models.JSONField()),
                ("flaws", models.JSONField(blank=True, default=dict)),
                (
                    "verdict",
                    publishing.codes.CodeField(
                        blank=True,
                        choices=[
                            ("new", "New"),
                            ("update", "Update"),
                            ("unchanged", "Unchanged"),
                            ("likely_duplicate", "Likely duplicate"),
                            ("conflict", "Conflict"),
                            ("error", "Error"),
                            ("skipped", "Left out"),
                        ],
                        default="",
                        max_length=60,
                        verbose_name="verdict",
                    ),
                ),
                ("said", models.JSONField(blank=True, default=dict)),
                ("changes", models.JSONField(blank=True, default=list)),
                ("remarks", models.JSONField(blank=True, default=list)),
                ("candidates", models.JSONField(blank=True, default=list)),
                ("name_key", models.TextField(blank=True)),
                ("is_done", models.BooleanField(default=False, verbose_name="carried out")),
                (
                    "decision",
                    publishing.codes.CodeField(
                        blank=True,
                        choices=[
                            ("same", "The same person"),
                            ("new", "Somebody new"),
                            ("skip", "Leave the row out"),
                        ],
                        default="",
                        max_length=60,
                        verbose_name="decision",
                    ),
                ),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
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
                    "listing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rows",
                        to="people.import",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "verbose_name": "row of a list",
                "verbose_name_plural": "rows of lists",
                "ordering": ["number"],
                "default_permissions": ("view",),
                "indexes": [
                    models.Index(
                        fields=["listing", "verdict", "number"], name="people_importrow_by_verdict"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("listing", "number"),
                        name="people_importrow_once_per_number",
                        violation_error_message="This row was read already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("decided_at__isnull", True),
                                ("decided_by__isnull", True),
                                ("decision", ""),
                            ),
                            models.Q(
                                models.Q(("decision", ""), _negated=True),
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="people_importrow_decided_at_and_by",
                        violation_error_message="A decision has its moment and its account.",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="import",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("applied_at__isnull", False),
                        ("applied_by__isnull", False),
                        ("state", "applied"),
                    ),
                    models.Q(
                        models.Q(("state", "applied"), _negated=True),
                        ("applied_at__isnull", True),
                        ("applied_by__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="people_import_applied_at_and_by",
                violation_error_message="A list that was imported has its moment and its account.",
            ),
        ),
        migrations.AddConstraint(
            model_name="import",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "applied"), _negated=True),
                fields=("file_hash", "source", "format"),
                name="people_import_one_open_plan_per_file",
                violation_error_message="This file is being planned already.",
            ),
        ),
    ]
