"""How phone numbers and sender IDs come into an account, and how they leave it.

Here live the search for a number, requests and releases; the registration that a last release
closes is in ``reviews/closing``. What becomes of them in between is in ``identities``.
"""
