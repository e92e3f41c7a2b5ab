from django.conf import settings
from django.db import migrations, models

import publishing.codes
from publishing.schema.operations import DropUnnamedChecks


class Migration(migrations.Migration):
    dependencies = [
        ("sources", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        DropUnnamedChecks(),
        migrations.RemoveConstraint(
            model_name="organisation",
            name="sources_organisation_state_is_known",
        ),
        migrations.RemoveConstraint(
            model_name="organisation",
            name="sources_organisation_withdrawal_has_a_reason",
        ),
        migrations.RemoveConstraint(
            model_name="source",
            name="sources_source_state_is_known",
        ),
        migrations.RemoveConstraint(
            model_name="source",
            name="sources_source_withdrawal_has_a_reason",
        ),
        migrations.RemoveConstraint(
            model_name="speaker",
            name="sources_speaker_state_is_known",
        ),
        migrations.RemoveConstraint(
            model_name="speaker",
            name="sources_speaker_withdrawal_has_a_reason",
        ),
        migrations.AlterField(
            model_name="organisation",
            name="state",
            field=publishing.codes.CodeField(
                default="draft", editable=False, max_length=20, verbose_name="state"
            ),
        ),
        migrations.AlterField(
            model_name="organisation",
            name="withdrawal_reason",
            field=publishing.codes.CodeField(
                blank=True,
                default="",
                editable=False,
                max_length=40,
                verbose_name="reason for withdrawal",
            ),
        ),
        migrations.AlterField(
            model_name="source",
            name="state",
            field=publishing.codes.CodeField(
                default="draft", editable=False, max_length=20, verbose_name="state"
            ),
        ),
        migrations.AlterField(
            model_name="source",
            name="withdrawal_reason",
            field=publishing.codes.CodeField(
                blank=True,
                default="",
                editable=False,
                max_length=40,
                verbose_name="reason for withdrawal",
            ),
        ),
        migrations.AlterField(
            model_name="speaker",
            name="state",
            field=publishing.codes.CodeField(
                default="draft", editable=False, max_length=20, verbose_name="state"
            ),
        ),
        migrations.AlterField(
            model_name="speaker",
            name="withdrawal_reason",
            field=publishing.codes.CodeField(
                blank=True,
                default="",
                editable=False,
                max_length=40,
                verbose_name="reason for withdrawal",
            ),
        ),
        migrations.AddConstraint(
            model_name="host",
            constraint=publishing.codes.VocabularyConstraint(
                condition=models.Q(("kind__in", ["main", "mirror", "archive", "social"])),
                name="sources_host_kind_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="organisation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("withdrawn_at__isnull", False),
                        models.Q(("withdrawal_reason", ""), _negated=True),
                    ),
                    models.Q(("withdrawal_reason", ""), ("withdrawn_at__isnull", True)),
                    _connector="OR",
                ),
                name="sources_organisation_withdrawal_has_a_reason",
                violation_error_message="A withdrawal gives a reason.",
            ),
        ),
        migrations.AddConstraint(
            model_name="organisation",
            constraint=publishing.codes.VocabularyConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "human_rights_group",
                            "humanitarian_fund",
                            "international_organisation",
                            "un_mandate",
                            "government_body",
                            "security_service",
                            "coordination_body",
                            "political_office",
                            "media",
                            "church",
                            "court",
                            "official_gazette",
                            "other",
                            "unknown",
                        ],
                    )
                ),
                name="sources_organisation_kind_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="organisation",
            constraint=publishing.codes.CountryConstraint(
                condition=models.Q(("country__regex", "^([A-Z]{2})?$")),
                name="sources_organisation_country_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="organisation",
            constraint=publishing.codes.CountryConstraint(
                condition=models.Q(("risky_in__joined__regex", "^([A-Z]{2}(,[A-Z]{2})*)?$")),
                name="sources_organisation_risky_in_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="organisation",
            constraint=publishing.codes.VocabularyConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        ["draft", "in_review", "approved", "published", "withdrawn", "expunged"],
                    )
                ),
                name="sources_organisation_state_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="organisation",
            constraint=publishing.codes.VocabularyConstraint(
                condition=models.Q(
                    (
                        "withdrawal_reason__in",
                        [
                            "entered_in_error",
                            "at_the_persons_request",
                            "safety",
                            "duplicate",
                            "legal",
                            "other",
                            "",
                        ],
                    )
                ),
                name="sources_organisation_withdrawal_reason_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="source",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("withdrawn_at__isnull", False),
                        models.Q(("withdrawal_reason", ""), _negated=True),
                    ),
                    models.Q(("withdrawal_reason", ""), ("withdrawn_at__isnull", True)),
                    _connector="OR",
                ),
                name="sources_source_withdrawal_has_a_reason",
                violation_error_message="A withdrawal gives a reason.",
            ),
        ),
        migrations.AddConstraint(
            model_name="source",
            constraint=publishing.codes.VocabularyConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "news_article",
                            "press_release",
                            "statement",
                            "list_or_database",
                            "q_and_a",
                            "interview",
                            "social_post",
                            "official_gazette",
                            "law",
                            "court_document",
                            "report",
                            "broadcast",
                            "document",
                            "dataset",
                            "testimony",
                            "other",
                            "unknown",
                        ],
                    )
                ),
                name="sources_source_kind_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="source",
            constraint=publishing.codes.VocabularyConstraint(
                condition=models.Q(("upstream_kind__in", ["original", "known", "unknown"])),
                name="sources_source_upstream_kind_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="source",
            constraint=publishing.codes.VocabularyConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        ["draft", "in_review", "approved", "published", "withdrawn", "expunged"],
                    )
                ),
                name="sources_source_state_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="source",
            constraint=publishing.codes.VocabularyConstraint(
                condition=models.Q(
                    (
                        "withdrawal_reason__in",
                        [
                            "entered_in_error",
                            "at_the_persons_request",
                            "safety",
                            "duplicate",
                            "legal",
                            "other",
                            "",
                        ],
                    )
                ),
                name="sources_source_withdrawal_reason_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="sourceremark",
            constraint=publishing.codes.VocabularyConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "misprinted_date",
                            "misprinted_weekday",
                            "misprinted_figure",
                            "paraphrase_error",
                            "contradicts_itself",
                            "other",
                        ],
                    )
                ),
                name="sources_sourceremark_kind_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="speaker",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("withdrawn_at__isnull", False),
                        models.Q(("withdrawal_reason", ""), _negated=True),
                    ),
                    models.Q(("withdrawal_reason", ""), ("withdrawn_at__isnull", True)),
                    _connector="OR",
                ),
                name="sources_speaker_withdrawal_has_a_reason",
                violation_error_message="A withdrawal gives a reason.",
            ),
        ),
        migrations.AddConstraint(
            model_name="speaker",
            constraint=publishing.codes.VocabularyConstraint(
                condition=models.Q(
                    ("kind__in", ["organisation", "office_holder", "unnamed_group", "not_known"])
                ),
                name="sources_speaker_kind_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="speaker",
            constraint=publishing.codes.VocabularyConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        ["draft", "in_review", "approved", "published", "withdrawn", "expunged"],
                    )
                ),
                name="sources_speaker_state_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="speaker",
            constraint=publishing.codes.VocabularyConstraint(
                condition=models.Q(
                    (
                        "withdrawal_reason__in",
                        [
                            "entered_in_error",
                            "at_the_persons_request",
                            "safety",
                            "duplicate",
                            "legal",
                            "other",
                            "",
                        ],
                    )
                ),
                name="sources_speaker_withdrawal_reason_is_known",
            ),
        ),
    ]
