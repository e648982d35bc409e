"""The page on which a person sees the messages, in a real browser."""
