"""What is kept on disk between runs: vectors, by hash of their text."""
