"""What the service does, a folder an area, a file a noun.

A folder uses only those below it; two in one line do not use each other::

    operator
    snapshots
    inbound
    sending
    provisioning
    reviews
    notify, messages
    identities
    registrations
    settings
    numbers

Beside them, every folder may use ``core``, ``data``, ``exceptions``, and of ``simulator_calls`` the
words and answers. What one class uses of others stands at its head, as annotations
(``core/domain.py``). ``tests/test_layers.py`` reads these lines.
"""
