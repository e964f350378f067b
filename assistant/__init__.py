"""Answers questions on co-production policy from a store of sourced passages."""
