"""Results and gold labels to scores; one file a measure."""
