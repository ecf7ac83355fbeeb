"""Workbench: a private desktop fact-check desk."""

__version__ = "0.1.0"
