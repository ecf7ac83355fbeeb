"""Alembic asks for this file; the program runs migrations itself (workbench/storage/migrations.py)."""
