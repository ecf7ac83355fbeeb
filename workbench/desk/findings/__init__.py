"""What the articles say against each other: the comparison of the whole case, in a sheet."""
