"""From what was asked, and what went before, to an Answer. Knows nothing of channels."""
