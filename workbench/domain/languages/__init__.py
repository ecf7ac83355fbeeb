"""What a language is to the desk: one file a language, each with one `LANGUAGE`; found by `shelf.language`."""
