"""The timeline: what happened when, and what was said when."""
