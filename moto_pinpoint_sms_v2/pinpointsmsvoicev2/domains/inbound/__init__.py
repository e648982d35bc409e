"""What people send to the account, and what it sets off.

Here live messages and media that come in, what people do in RCS other than write
(``rcs_interactions``), the choice of the keyword's answer (``keyword_answers``), the way of STOP to
the opt-out list (``opting_out``), and the conversations as a person reads them. The keywords and
lists themselves are in ``identities``.
"""
