"""Evaluation (检索评测) of the search: graded queries, the page in Chromium, the measures. Never a timed test."""
