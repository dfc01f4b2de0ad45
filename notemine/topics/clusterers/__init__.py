"""Clusterers, chosen by the name of the file; each has a function ``cluster`` (see ``Clusterer``)."""
