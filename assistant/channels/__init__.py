"""Where people's words come in and answers go out. Knows nothing of topics."""
