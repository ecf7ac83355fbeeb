"""Two versions of one article beside each other."""
