from django.db import migrations, models

import publishing.codes
from publishing.schema.operations import WithoutGuards

#: One word was used for cause and for consequence. What a link says now is the least that is true:
#: words were said about the wave, and what was mentioned beside it was near in time.
TURN = """
UPDATE releases_eventlink k SET
    relation = CASE
        WHEN k.is_denied THEN 'came_of_it'
        WHEN e.kind = 'utterance' THEN 'said_about'
        ELSE 'merely_near' END
FROM releases_contextevent e
WHERE e.id = k.event_id AND (
    k.relation = 'follows'
    OR e.kind = 'utterance' AND NOT k.is_denied AND k.relation <> 'merely_near');
UPDATE releases_eventlink SET is_denied = false WHERE relation = 'merely_near' AND is_denied;
"""
#: The same in proposals that wait for a decision.
TURN_PROPOSED = """
UPDATE publishing_proposedchange SET
    old = CASE WHEN old = '"follows"' THEN '"merely_near"' ELSE old END,
    new = CASE WHEN new = '"follows"' THEN '"merely_near"' ELSE new END
WHERE table_name = 'releases_eventlink' AND column_name = 'relation'
"""
RELATIONS = [
    "led_to",
    "condition",
    "given_in_return",
    "came_of_it",
    "reaction",
    "said_about",
    "merely_near",
]


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0003_built_by_unit"),
        ("releases", "0009_marks"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="eventlink", name="releases_eventlink_relation_is_known"
        ),
        WithoutGuards(
            ["releases_eventlink"],
            [
                migrations.RunSQL(TURN, migrations.RunSQL.noop),
                migrations.RunSQL(TURN_PROPOSED, migrations.RunSQL.noop),
            ],
        ),
        migrations.AddConstraint(
            model_name="eventlink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("is_denied", False),
                    models.Q(("relation__in", ["merely_near", "said_about"]), _negated=True),
                    _connector="OR",
                ),
                name="releases_eventlink_denies_what_can_be_claimed",
                violation_error_message=(
                    "Only what somebody may claim can be denied; say which relation it is."
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="eventlink",
            constraint=publishing.codes.VocabularyConstraint(
                condition=models.Q(("relation__in", RELATIONS)),
                name="releases_eventlink_relation_is_known",
            ),
        ),
    ]
