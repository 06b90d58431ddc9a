"""What the PBX's dialplan and devices are asked before something is done (action Getvar)."""

import asyncio
from collections.abc import Sequence

from traydial.ami.session import AmiSession
from traydial.domain.errors import ActionFailed, PhoneNotRegistered

ABSENT = frozenset({"UNAVAILABLE", "INVALID"})  # device states that cannot ring
BRIDGED_WITHIN_S = (0.05, 0.1, 0.2, 0.4, 0.8)  # after an answer; an application never is


async def evaluate(session: AmiSession, expression: str) -> str:
    """Evaluate a dialplan function without a channel (class call). Raises ActionFailed."""
    answer = await session.perform("Getvar", ("Variable", expression))
    return answer.get("Value")


async def exists(session: AmiSession, context: str, extension: str) -> bool:
    """Tell whether there is such an extension. Raises ActionFailed where that is not told."""
    answer = await evaluate(session, f"DIALPLAN_EXISTS({context},{extension},1)")
    if answer not in ("0", "1"):
        raise ActionFailed("Getvar", "DIALPLAN_EXISTS gives no answer")
    return answer == "1"


async def device_that_rings(session: AmiSession, devices: Sequence[str]) -> str:
    """Return the first device that is registered. Raises PhoneNotRegistered."""
    for device in devices:
        if await evaluate(session, f"DEVICE_STATE({device})") not in ABSENT:
            return device
    raise PhoneNotRegistered(devices[0] if devices else "")


async def variable(session: AmiSession, channel: str, name: str) -> str:
    """Return a variable or function of one channel (class call). Raises ActionFailed."""
    answer = await session.perform("Getvar", ("Channel", channel), ("Variable", name))
    return answer.get("Value")


async def peer_of(
    session: AmiSession, leg: str, within_s: Sequence[float] = BRIDGED_WITHIN_S
) -> str:
    """Return the channel that is bridged to an own leg, empty where an application is."""
    for pause in (*within_s, 0.0):
        if peer := await variable(session, leg, "BRIDGEPEER"):
            return peer
        await asyncio.sleep(pause)  # answered a moment ago: not in their bridge yet
    return ""


async def redirect(session: AmiSession, channel: str, where: Sequence[tuple[str, str]]) -> None:
    """Send a channel to an extension that exists (class call). Raises ActionFailed."""
    await session.perform("Redirect", ("Channel", channel), *where, ("Priority", "1"))
