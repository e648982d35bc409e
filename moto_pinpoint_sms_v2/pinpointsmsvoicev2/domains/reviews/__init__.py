"""What ties registrations to identities, and how reviews end.

Here live the associations, their end by a release (``closing``), the review that a submitted
version goes through, and what its approval creates. What a form asks for is in ``registrations``.
"""
