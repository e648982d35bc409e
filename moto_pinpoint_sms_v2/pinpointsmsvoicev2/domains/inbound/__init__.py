"""What people send to the account, and what it sets off.

Here live messages and media that come in, and the conversations as a person reads them. The
keywords that they meet are in ``identities``.
"""
