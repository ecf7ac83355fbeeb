"""The sheet of origins: a list, and a graph of what derives from what and which article cites it."""

from workbench.desk.origins.sheet import COLUMNS, Origins

__all__ = ["COLUMNS", "Origins"]
