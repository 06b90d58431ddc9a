"""Has the dialplan run a code, like *78, as if the user had dialled it; no phone rings.

A Local channel with the user's caller id is sent there (action Originate, class originate):
what the code sets, and for whom, is up to the dialplan, as it is for the phone.
"""

from traydial.ami.session import AmiSession
from traydial.domain.errors import NotKept
from traydial.services import dialplan

STAYS_S = 10  # the code may talk to whoever dials it; nobody listens here


async def run(session: AmiSession, code: str, extension: str, context: str) -> None:
    """Run a code. Raises NotKept where there is none, NotPermitted and others."""
    if not await dialplan.exists(session, context, code):
        raise NotKept(code)
    await session.perform(
        "Originate",
        ("Channel", f"Local/{code}@{context}/n"),
        ("Application", "Wait"),
        ("Data", str(STAYS_S)),
        ("CallerID", extension),
        ("Async", "true"),
    )
