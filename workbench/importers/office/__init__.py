"""Written documents: DOCX, ODT, RTF, and what is said of other office files."""
