"""Whom a connection to a source of contacts trusts: the system's store, and a file beside it."""

import ssl

from traydial.domain.errors import LookupFailed


def trusting(ca_file: str) -> ssl.SSLContext:
    """Return a context that verifies certificate and name. Raises LookupFailed."""
    context = ssl.create_default_context()  # the company's own store, not a library's list
    if ca_file:
        try:
            context.load_verify_locations(ca_file)
        except OSError as error:  # an SSLError is one too
            raise LookupFailed(f"{ca_file} is no file with certificates") from error
    return context
