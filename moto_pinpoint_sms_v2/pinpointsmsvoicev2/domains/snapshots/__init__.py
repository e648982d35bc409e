"""An account as its Describe, Get and List answers show it, and how such answers become state.

Here live the form of an account's file, the reading of an account into it, and the loading of it;
what the small verbs give to a test goes the same way. What the service itself does lives in the
other folders, all of which this one may use; none of them uses this one.
"""
