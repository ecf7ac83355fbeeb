"""PDF: its words in reading order, its pages as pictures."""
