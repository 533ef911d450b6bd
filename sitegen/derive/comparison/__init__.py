"""Comparisons of plans (对照): years of one place, levels, a plan with its own table, places side by side, revisions.

How it goes: ``clauses`` takes the texts, ``spoken`` what each plan says, ``quotations`` which of it one place
alone quotes in one year, ``reckoning`` adds up what all say and weighs it,
``facts`` and ``matter`` gather what is known of two plans, ``similarity`` weighs their wording (on the words of ``segment``),
``scoring`` finds which of it they share, ``suggestion`` ranks which clauses may belong together, ``relating`` lets declared
links win, ``alignment`` lays sentences side by side, ``laying`` puts them into rows, ``difference`` finds the changed words,
``rows`` and ``status`` say what became of them (in the words of ``wording``), ``summary`` and ``outline`` show the whole,
``comparison`` calls them in order. ``pairs`` and ``same_source`` say which plans are compared, ``grounds`` what a comparison
follows from, ``bonds`` which clauses were laid beside each other, ``column`` what a place says to its superior, ``siblings``
lays such columns side by side, ``prepared`` keeps finished comparisons small, ``view`` holds the shapes, ``plain`` makes data
of them. Views carry ids and ``anchors``, never addresses.
"""

from sitegen.derive.comparison.comparison import compare, compare_all, compared
from sitegen.derive.comparison.difference import Segment, SegmentKind, difference
from sitegen.derive.comparison.matter import Matter, matters
from sitegen.derive.comparison.pairs import ComparisonKind, PlanPair, comparisons, kind_of
from sitegen.derive.comparison.plain import plain
from sitegen.derive.comparison.prepared import Pending, Prepared, prepared, taken
from sitegen.derive.comparison.same_source import same_source_pairs
from sitegen.derive.comparison.segment import Lexicon, lexicon, lexicon_of
from sitegen.derive.comparison.siblings import Siblings, siblings, side_by_side
from sitegen.derive.comparison.similarity import Corpus, corpus_of
from sitegen.derive.comparison.suggestion import Suggestion, suggest
from sitegen.derive.comparison.view import Comparison

__all__ = [
    "Comparison", "ComparisonKind", "Corpus", "Lexicon", "Matter", "PlanPair", "Pending", "Prepared", "Segment", "SegmentKind", "Siblings", "Suggestion",
    "compare", "compare_all", "compared", "comparisons", "corpus_of", "difference", "kind_of", "lexicon", "lexicon_of", "matters", "plain", "prepared",
    "same_source_pairs", "side_by_side", "siblings", "suggest", "taken",
]  # fmt: skip
