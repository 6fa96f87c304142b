"""Lexicons: data checked when it is read, compiled once, matched in one pass."""
