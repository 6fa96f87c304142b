"""Where to run."""
