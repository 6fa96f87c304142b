"""One scorer a file; none imports another."""
