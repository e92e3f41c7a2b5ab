from sources.models.citation import Citation
from sources.models.organisation import Host, Organisation
from sources.models.source import Source, SourceRemark
from sources.models.speaker import Speaker

__all__ = ["Citation", "Host", "Organisation", "Source", "SourceRemark", "Speaker"]
