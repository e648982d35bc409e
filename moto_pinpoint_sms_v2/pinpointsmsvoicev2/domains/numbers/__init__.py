"""What is known about telephone numbers, whoever has them.

Here live countries and how their numbers are written, what AWS leases where, the simulator
destinations, and the lookup of carriers. The numbers of the account are in ``identities``.
"""
