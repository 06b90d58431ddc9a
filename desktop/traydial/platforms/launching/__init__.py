"""Pages and programs that are opened for a call."""
