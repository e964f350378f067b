"""Scores the assistant over REST on files of questions. Knows only what the contract says of an answer."""
