"""Registrations and what they say.

Here live the forms of each type, registrations with their versions, the values in their fields
and the attachments. What a registration is associated with and how its review ends is in
``reviews``.
"""
