"""Importers: bytes in, Draft out. One file a format; all reading of what others wrote happens in a child process.

Public surface: `Reader` (reads in a child with limits), `collect` and `load` (files and folders to bytes, no link followed outside),
`draft_as_json` (the shape of `extract`), `sentence_spans`, `normalised`, `IMPORTERS` and `importer_for`.

`Reader` and the rest are imported from their own modules; this file imports nothing, so that a child that reads
only text starts in a tenth of a second.
"""
