"""Release-day intake: a pasted list of names becomes members, releases and new people, as drafts.

    reading     the text of a list → its lines; pure
    proposing   lines → whom each may mean, and what is proposed of it
    opening     a list is written down with its proposals
    deciding    what somebody decides of its lines
    entering    everything decided becomes drafts, in one transaction

Nothing is decided here but by somebody; the admin shows it (releases/admin/intake.py).
"""
