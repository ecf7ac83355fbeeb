"""Exporters: one file an interchange format. The first ones come with their issue."""
