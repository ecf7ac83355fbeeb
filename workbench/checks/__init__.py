"""Checks: one file a question; articles and claims in, findings out. They ask and never decide."""
