"""The only code that changes the state of a record, or of anything public.

Every action is one transaction. It locks what it changes, asks the rules and writes the history
with actor and reason. The database checks every guard before the action returns. A refused action
raises `Refused` with a sentence for the person who asked, and nothing has changed.
"""

from publishing.actions.access import ask_for_access, decline_access, give_access
from publishing.actions.expunging import ask_to_expunge, decline_to_expunge, expunge
from publishing.actions.proposals import accept, propose, reject
from publishing.actions.transaction import Refused, action, guarded
from publishing.actions.transitions import (
    approve,
    confirm_embargo,
    publish,
    send_back,
    submit,
    withdraw,
)

__all__ = [
    "Refused",
    "accept",
    "action",
    "approve",
    "ask_for_access",
    "ask_to_expunge",
    "confirm_embargo",
    "decline_access",
    "decline_to_expunge",
    "expunge",
    "give_access",
    "guarded",
    "propose",
    "publish",
    "reject",
    "send_back",
    "submit",
    "withdraw",
]
