"""Rasa's custom actions: one file a move, each as thin as can be."""
