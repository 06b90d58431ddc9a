"""Links and starts that the desktop itself hands to the running copy."""
