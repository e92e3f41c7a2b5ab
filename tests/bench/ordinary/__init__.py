"""The API for people as a careful developer writes it with Django REST framework's own means.

Staff models, conditions as Q, `select_related` and `prefetch_related`, nested serializers,
pages of 50 by cursor, persistent connections, our middleware: nothing naive, nothing by hand.
"""
