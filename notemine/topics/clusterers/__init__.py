"""clusterers."""
