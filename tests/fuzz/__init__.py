"""Everything that reads what others have written, given anything at all."""
