"""The API for people, the ledger and two pages as a careful developer writes them.

Staff models, conditions as Q, `select_related` and `prefetch_related`, nested serializers of
Django REST framework, pages of 50 by cursor, persistent connections, our middleware: nothing
naive, nothing by hand. The ledger is reckoned by the product's own pure functions, and what it
says stands in the product's own words and templates; what is another is how the rows are read.
"""
