from django.conf import settings
from django.db import migrations, models

import publishing.codes
from publishing.schema.operations import DropUnnamedChecks


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0006_vocabularies"),
        ("sources", "0002_vocabularies"),
        ("support", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        DropUnnamedChecks(),
        migrations.RemoveConstraint(
            model_name="programme",
            name="support_programme_state_is_known",
        ),
        migrations.RemoveConstraint(
            model_name="programme",
            name="support_programme_withdrawal_has_a_reason",
        ),
        migrations.AlterField(
            model_name="programme",
            name="state",
            field=publishing.codes.CodeField(
                default="draft", editable=False, max_length=20, verbose_name="state"
            ),
        ),
        migrations.AlterField(
            model_name="programme",
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
            model_name="contact",
            constraint=publishing.codes.VocabularyConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "email",
                            "phone",
                            "messenger",
                            "social",
                            "postal_address",
                            "trusted_person",
                            "other",
                        ],
                    )
                ),
                name="support_contact_kind_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="need",
            constraint=publishing.codes.VocabularyConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "medical",
                            "dental",
                            "psychological",
                            "legal_status",
                            "identity_and_travel_documents",
                            "housing",
                            "food",
                            "clothing_and_hygiene",
                            "phone_and_equipment",
                            "medicines",
                            "family_reunification",
                            "childrens_schooling",
                            "language",
                            "employment",
                            "legal_aid",
                            "property_at_home",
                            "recognition_as_a_political_prisoner",
                        ],
                    )
                ),
                name="support_need_kind_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="need",
            constraint=publishing.codes.VocabularyConstraint(
                condition=models.Q(
                    ("urgency__in", ["now", "soon", "can_wait", "not_asked", "unknown"])
                ),
                name="support_need_urgency_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="need",
            constraint=publishing.codes.VocabularyConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        [
                            "open",
                            "in_progress",
                            "met",
                            "cannot_be_met",
                            "declined",
                            "no_longer_needed",
                        ],
                    )
                ),
                name="support_need_state_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="programme",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("withdrawn_at__isnull", False),
                        models.Q(("withdrawal_reason", ""), _negated=True),
                    ),
                    models.Q(("withdrawal_reason", ""), ("withdrawn_at__isnull", True)),
                    _connector="OR",
                ),
                name="support_programme_withdrawal_has_a_reason",
                violation_error_message="A withdrawal gives a reason.",
            ),
        ),
        migrations.AddConstraint(
            model_name="programme",
            constraint=publishing.codes.VocabularyConstraint(
                condition=models.Q(
                    (
                        "kinds_of_help__contained_by",
                        [
                            "medical",
                            "dental",
                            "psychological",
                            "legal_status",
                            "identity_and_travel_documents",
                            "housing",
                            "food",
                            "clothing_and_hygiene",
                            "phone_and_equipment",
                            "medicines",
                            "family_reunification",
                            "childrens_schooling",
                            "language",
                            "employment",
                            "legal_aid",
                            "property_at_home",
                            "recognition_as_a_political_prisoner",
                        ],
                    )
                ),
                name="support_programme_kinds_of_help_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="programme",
            constraint=publishing.codes.CountryConstraint(
                condition=models.Q(("countries__joined__regex", "^([A-Z]{2}(,[A-Z]{2})*)?$")),
                name="support_programme_countries_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="programme",
            constraint=publishing.codes.VocabularyConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        ["draft", "in_review", "approved", "published", "withdrawn", "expunged"],
                    )
                ),
                name="support_programme_state_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="programme",
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
                name="support_programme_withdrawal_reason_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="programmecitation",
            constraint=publishing.codes.VocabularyConstraint(
                condition=models.Q(
                    ("locator__in", ["headline", "body", "caption", "table", "page", "other"])
                ),
                name="support_programmecitation_locator_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="programmecitation",
            constraint=publishing.codes.VocabularyConstraint(
                condition=models.Q(("confidence__in", ["low", "medium", "high"])),
                name="support_programmecitation_confidence_is_known",
            ),
        ),
    ]
