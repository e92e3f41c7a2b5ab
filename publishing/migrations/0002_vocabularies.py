from django.db import migrations, models

import publishing.codes


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="proposal",
            name="state",
            field=publishing.codes.CodeField(default="open", max_length=20, verbose_name="state"),
        ),
        migrations.AlterField(
            model_name="tombstone",
            name="reason",
            field=publishing.codes.CodeField(max_length=40),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=publishing.codes.VocabularyConstraint(
                condition=models.Q(("state__in", ["open", "accepted", "rejected"])),
                name="publishing_proposal_state_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="tombstone",
            constraint=publishing.codes.VocabularyConstraint(
                condition=models.Q(
                    (
                        "reason__in",
                        [
                            "entered_in_error",
                            "at_the_persons_request",
                            "safety",
                            "duplicate",
                            "legal",
                            "other",
                        ],
                    )
                ),
                name="publishing_tombstone_reason_is_known",
            ),
        ),
    ]
