"""Notes to notes without names, and to segments."""

from notemine.normalise.order import in_order
from notemine.normalise.pseudonyms import Pseudonymised, pseudonymise
from notemine.normalise.segments import make_segments, segments_of_texts
from notemine.normalise.set_aside import mark_lines

__all__ = ["Pseudonymised", "in_order", "make_segments", "mark_lines", "pseudonymise", "segments_of_texts"]
