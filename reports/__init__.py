"""Data only. No code here."""
