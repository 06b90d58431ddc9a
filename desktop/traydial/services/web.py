"""What is asked over HTTP: a client that tells nobody more than it must, and bounded answers."""

import logging
from typing import TYPE_CHECKING

from traydial.services.contacts.trust import trusting

if TYPE_CHECKING:
    import httpx


def new_client(ca_file: str, within_s: float) -> "httpx.AsyncClient":
    """Return a client that is led nowhere else; takes 200 ms, so make it in a thread.

    Raises LookupFailed where ``ca_file`` holds no certificates.
    """
    import httpx  # only those who ask somebody need it

    # its lines have whole addresses, and so everybody's number
    logging.getLogger("httpx").setLevel(logging.WARNING)
    return httpx.AsyncClient(
        timeout=within_s,
        verify=trusting(ca_file),
        follow_redirects=False,  # it might carry a secret elsewhere
    )


async def body_of(response: "httpx.Response", most: int) -> bytes:
    """Return the body in bytes; of one longer than ``most`` its beginning, which is longer too."""
    body = bytearray()
    async for part in response.aiter_bytes():
        body += part
        if len(body) > most:
            break
    return bytes(body)
