"""Whether the user's session is locked: links wait meanwhile."""
