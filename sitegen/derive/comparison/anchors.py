"""Anchors of a comparison (对照锚点): every clause and sentence of both sides has one, whatever it is laid beside.

They are made from the document's own numbers alone ("from-item-7-s2", "to-item-8"), so that an address that names both
documents and one of these goes on leading to the same words when a relation is declared, dropped or suggested anew.
"""

from __future__ import annotations

OLD, NEW = "from", "to"


def clause_anchor(side: str, key: str) -> str:
    """Anchor of a clause of one side, by its key ("item-8")."""
    return f"{side}-{key}"


def sentence_anchor(side: str, clause_id: str, anchor: str) -> str:
    """Anchor of a sentence of one side, by its clause's id and its anchor there ("s2")."""
    return f"{clause_anchor(side, clause_id.partition('/')[2].replace('/', '-'))}-{anchor}"
