"""Grammars of official words (解读): responsible units, deadlines, numerals, measurable targets.

Every function here takes words and returns a reading that keeps them; what the words do not decide stays unknown.
Nothing here knows files, records or the portal.
"""
