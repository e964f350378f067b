"""The policy store: topic files in, sourced passages out. Knows nothing of Rasa."""
