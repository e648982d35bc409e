"""What the account sends from and is written to, and whom it may send to.

Here live phone numbers, sender IDs, RCS agents, pools and their members, keywords, two-way
settings, opt-out lists, verified destination numbers, and which countries ask for a sender ID's
registration (``sender_id_countries``). How numbers and sender IDs come into an
account is in ``provisioning``; which of them sends a message is in ``sending``.
"""
