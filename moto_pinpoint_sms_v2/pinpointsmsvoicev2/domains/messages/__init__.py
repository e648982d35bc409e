"""What becomes of a message once it has left.

Here live the messages with their prices (``prices``, also of each event), the types of their
events, the records, the way to the event destinations (``event_delivery``: SNS and the others;
``core/deliveries`` sends them once the call is done) and
to two-way topics (``two_way_topics``), the conversations that RCS is paid by (``rcs_sessions``),
and feedback. What a message has to pass before is in ``sending``; what comes in is in ``inbound``.
"""
