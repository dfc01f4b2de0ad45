"""Notes to notes without names, and to segments."""

from notemine.normalise.memory import Memory
from notemine.normalise.mentions import Spans
from notemine.normalise.name_key import first_free
from notemine.normalise.order import in_order
from notemine.normalise.pseudonyms import Pseudonymised, pseudonymise
from notemine.normalise.renumber import Renumbering, canonical_numbers
from notemine.normalise.segments import Reading, make_segments, segments_of_texts
from notemine.normalise.set_aside import mark_lines

__all__ = [
    "Memory",
    "Pseudonymised",
    "Reading",
    "Renumbering",
    "Spans",
    "canonical_numbers",
    "first_free",
    "in_order",
    "make_segments",
    "mark_lines",
    "pseudonymise",
    "segments_of_texts",
]
