"""Global key combinations, for whatever window is in front."""
