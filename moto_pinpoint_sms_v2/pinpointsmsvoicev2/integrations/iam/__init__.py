"""Identity and Access Management: what a caller may do, where moto's enforcement is switched on.

Moto says who calls and which policies they have (``caller``); what a request asks for is the
service's own reference (``questions``); what a policy answers to it is IAM's (``core.policies``),
whose conditions moto's evaluation does not take.  The door asks, and nobody else.
"""
