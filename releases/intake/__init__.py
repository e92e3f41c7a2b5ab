"""Release-day intake: a pasted list of names becomes members, releases and new people, as drafts.

    parser          the text of a list → its lines; pure
    line_proposals  lines → whom each line may mean, and what is proposed for the line
    lists           a list is written down with its proposals
    decisions       what somebody decides about the lines
    plan            what entering the list would do
    drafts          everything decided becomes drafts, in one transaction

Only a person decides here. The admin shows the list (releases/admin/intake).
"""
