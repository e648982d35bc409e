"""The mock held against AWS: the same questions to both, row by row of what differs.

A probe is data (``probes.json``): calls, what is looked at in their answers, the row that it
settles, and its level. Level 0 reads and dry-runs; 1 adds calls that AWS must refuse; 2 adds free
objects, made and removed again. What each level may call is a closed list, which the client
itself holds; nothing that costs money is on it.
"""
