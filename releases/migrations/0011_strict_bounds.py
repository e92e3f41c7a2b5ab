from django.db import migrations, models

from publishing.schema.operations import WithoutGuards

#: "More than 1,100" was kept as 1,101, which nobody said. A text that begins with a sign of ours is
#: no word of a source.
AS_IT_WAS_SAID = r"""
UPDATE releases_claim SET low = low - 1, is_strict = true
WHERE high IS NULL AND printed ~ '^>[0-9]'
  AND low = substring(replace(printed, ',', '') FROM '[0-9]+')::numeric + 1;
UPDATE releases_claim SET printed = '' WHERE printed ~ '^>=?[0-9]';
"""


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0003_built_by_unit"),
        ("releases", "0010_event_relations"),
    ]

    operations = [
        migrations.AddField(
            model_name="claim",
            name="is_approximate",
            field=models.BooleanField(
                default=False, help_text="Public. “About 1,000”.", verbose_name="approximate"
            ),
        ),
        migrations.AddField(
            model_name="claim",
            name="is_strict",
            field=models.BooleanField(
                default=False,
                help_text="Public. “More than 1,100”: the one bound is not included.",
                verbose_name="strict",
            ),
        ),
        migrations.AlterField(
            model_name="claim",
            name="low",
            field=models.DecimalField(
                blank=True,
                decimal_places=2,
                help_text="Public. “More than 1,100” is 1,100, strict, with no high.",
                max_digits=14,
                null=True,
                verbose_name="low",
            ),
        ),
        WithoutGuards(
            ["releases_claim"], [migrations.RunSQL(AS_IT_WAS_SAID, migrations.RunSQL.noop)]
        ),
        migrations.AddConstraint(
            model_name="claim",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("is_strict", False),
                    models.Q(
                        ("high__isnull", False), ("is_approximate", False), ("low__isnull", True)
                    ),
                    models.Q(
                        ("high__isnull", True), ("is_approximate", False), ("low__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="releases_claim_strict_has_one_bound",
                violation_error_message=(
                    "“More than” or “fewer than” has one bound and no “about”."
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="claim",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("is_approximate", False),
                    ("low__isnull", False),
                    ("high__isnull", False),
                    _connector="OR",
                ),
                name="releases_claim_approximate_has_a_bound",
                violation_error_message="“About” is said of a number.",
            ),
        ),
    ]
