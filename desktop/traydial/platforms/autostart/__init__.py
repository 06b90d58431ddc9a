"""Whether the program starts by itself when the user logs in."""
