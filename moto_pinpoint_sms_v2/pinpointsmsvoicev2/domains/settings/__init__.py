"""What an account sets for all that it sends.

Here live the account with its tier, limits, spending and rates (``api_rates``), configuration sets
and where their events go, protect configurations, tags and resource policies. How an event looks
and how it reaches its destination is in ``messages``.
"""
