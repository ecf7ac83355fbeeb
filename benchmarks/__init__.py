"""What is timed, against what: see README.md here. Run with `make bench`."""
