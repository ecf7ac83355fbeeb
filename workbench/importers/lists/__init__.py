"""Lists of articles: tables and JSON in which each row is one article."""
