"""What notemine raises on purpose.

NotemineError
├── ReadError            a source cannot be read
├── ConfigError          notemine.toml or an option is wrong
├── UnknownNameError     no reader, embedder, clusterer or exporter has that name
├── MissingModelError    a model is asked for that is not installed
└── WriteError           a result cannot be written
"""


class NotemineError(Exception):
    """Base of every error of notemine; the message says what, where and what to do."""


class ReadError(NotemineError):
    """A source cannot be read."""


class ConfigError(NotemineError):
    """A setting is wrong."""


class UnknownNameError(NotemineError):
    """No implementation has that name."""


class MissingModelError(NotemineError):
    """A model is asked for that is not installed."""


class WriteError(NotemineError):
    """A result cannot be written."""
