"""Traydial: a click-to-dial companion for Asterisk."""

__version__ = "0.1.0"
