"""From a person's words to a topic, a facet or a move: Rasa graph components."""
