"""What a message passes before it leaves, a file a channel and a file a step.

Here live the operations that send, the line of checks (``pipeline``), the choice of the identity,
what it may send to whom (``eligibility``), and what a content becomes in its channel. What
happens after is in ``messages``.
"""
