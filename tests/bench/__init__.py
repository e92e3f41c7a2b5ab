"""How fast the product is, beside an ordinary one and beside what PostgreSQL can give at all.

    make bench              everything, at 1,200 and at 20,000 people
    make bench BENCH=quick  shorter rounds, and fewer

Only ratios of one run mean anything: the contenders alternate on the same machine, in the same
minutes, behind the same server, over the same rows. docs/benchmarks.md says what is measured.
"""
