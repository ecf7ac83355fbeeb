"""Whether a test fails when the program is broken: `make mutants`.

A sample of small changes to the domain, storage and memo rooms, each run against the tests nearest to it. Own code, because the tools
there are change files in the working tree or cannot take a sample.
"""
