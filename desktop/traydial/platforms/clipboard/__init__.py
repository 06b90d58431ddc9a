"""What was copied: read on request, watched where that is wanted."""
