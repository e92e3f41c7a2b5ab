from support.models.need import Assistance, Contact, Need
from support.models.programme import Programme, ProgrammeCitation, ProgrammeFunder

__all__ = ["Assistance", "Contact", "Need", "Programme", "ProgrammeCitation", "ProgrammeFunder"]
