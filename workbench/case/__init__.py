"""What an analyst can do: the Case facade and its noun modules. Every mutation is one operation and returns Changes."""

from workbench.case.facade import Case

__all__ = ["Case"]
