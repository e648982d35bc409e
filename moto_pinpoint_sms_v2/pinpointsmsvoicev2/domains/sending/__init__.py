"""What a message passes before it leaves, a file a channel and a file a step.

Here live the operations that send, the line of checks and the leaving (``pipeline``), the choice of
the identity, what it may send to whom (``identity_eligibility``), whom a message may go to at all
(``destination_checks``: opt-outs, the sandbox, countries), the choice of what RCS falls back to,
and what a content becomes in its channel. What happens after is in ``messages``.
"""
