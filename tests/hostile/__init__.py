"""Bad input of every kind; `python -m tests.hostile` damages a case file in random ways, as often as it is told."""
