"""Benchmark (基准): synthetic portals in the portal's own format, built in processes of their own. Never a timed test."""
