"""Accounts from outside: a snapshot of any account by a client, and the files that are loaded.

What a file holds and how it becomes state is the service's own affair, in
``pinpointsmsvoicev2/domains/snapshots``; here is what speaks to AWS, to files and to people.
"""
