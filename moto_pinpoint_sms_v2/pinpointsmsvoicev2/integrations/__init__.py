"""Where other services of AWS meet this one.

Each file is one of them, and may be missing from the moto at hand; it makes operations, through
``calls``, as any client does, and no domain knows of it.  ``plugin.py`` says which module of
moto's it joins, and calls its ``join`` once that module is there.
"""
