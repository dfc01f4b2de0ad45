"""dutch."""
