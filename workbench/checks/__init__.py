"""Checks: one file a question; articles and claims in, findings out. The first ones come with their issue."""
