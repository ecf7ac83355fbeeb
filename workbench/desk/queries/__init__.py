"""Queries at the desk: raising one with Q, the list to work through, the passages side by side."""
