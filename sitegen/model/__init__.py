"""What the portal is (模型): frozen values with resolved references, standard library only.

``reading`` holds how the words of a document were understood, ``plan`` the documents themselves, ``registry`` places,
units and documents known from elsewhere, ``links`` the declared relations between clauses, ``progress`` what sources
say became of tasks, ``portal`` the whole.
Nothing here reads files, validates or words anything for a page.
"""

from sitegen.model.links import Link, LinkSet, LinkSetKind, Relation
from sitegen.model.plan import (
    Document,
    DocumentDate,
    Form,
    Item,
    Note,
    NoteKind,
    Part,
    Placement,
    Plan,
    Review,
    ReviewStage,
    Section,
    Table,
    Task,
)
from sitegen.model.portal import Definition, Facts, GlossaryTerm, Portal, Prose, Release, ThesaurusEntry
from sitegen.model.progress import Progress, ProgressStatus
from sitegen.model.reading import (
    Basis,
    Deadline,
    DeadlineTerm,
    Mention,
    MentionKind,
    Precision,
    Role,
    Scope,
    Target,
    TermKind,
    Units,
)
from sitegen.model.registry import (
    Alias,
    Group,
    Jurisdiction,
    KnownDocument,
    KnownKind,
    KnownRelation,
    Level,
    Membership,
    Unit,
    UnitKind,
)

__all__ = [
    "Alias", "Basis", "Deadline", "DeadlineTerm", "Definition", "Document", "DocumentDate", "Facts", "Form",
    "GlossaryTerm", "Group", "Item", "Jurisdiction", "KnownDocument", "KnownKind", "KnownRelation", "Level", "Link",
    "LinkSet", "LinkSetKind", "Membership", "Mention", "MentionKind", "Note", "NoteKind", "Part", "Placement", "Plan",
    "Portal", "Precision", "Progress", "ProgressStatus", "Prose", "Relation", "Release", "Review", "ReviewStage", "Role", "Scope", "Section", "Table",
    "Target", "Task", "TermKind", "ThesaurusEntry", "Unit", "UnitKind", "Units",
]  # fmt: skip
