"""Kill the desk, cut the power: nothing that was shown as saved may be lost. `python -m tests.crash` does it at length."""
