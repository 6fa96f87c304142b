"""Many articles to differences."""
