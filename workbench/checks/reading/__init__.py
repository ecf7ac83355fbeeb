"""What an article says, read once: quantities, who says what, quotations, names, dates. Pure; every check and comparison works from it."""
