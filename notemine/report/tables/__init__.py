"""Everything that was found as tables, of which every form of them (csv, xlsx) holds the same columns."""
