"""What `make` does once on a new machine: each step is skipped when nothing changed."""
