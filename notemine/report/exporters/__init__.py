"""One file a form of output: ``render(mined, name=...)`` returns its bytes."""
