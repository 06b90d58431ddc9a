"""Where Windows sends what it tells programs without windows."""
