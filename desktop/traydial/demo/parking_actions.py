"""Action Park of the demo PBX."""

from traydial.ami.protocol import Message
from traydial.demo.client import Client
from traydial.demo.dialplan import Dialplan, Refusal
from traydial.demo.parking import STAYS_FOR_S
from traydial.demo.people import OWN


def park(plan: Dialplan, client: Client, action: Message) -> None:
    """Let a channel wait; after a while whoever parked it is rung."""
    channel = plan.channel_of(action, absent=f"Channel does not exist: {action.get('Channel')}")
    parker = plan.switch.find(action.get("TimeoutChannel"))
    by = parker.device if parker is not None else ""
    timeout = action.get("Timeout")
    seconds = int(timeout) / 1000 if timeout.isdigit() else STAYS_FOR_S
    back_to = next((n for n, phone in plan.directory.phones.items() if phone.device == by), OWN)
    if not plan.lot.park(channel, by, back_to, seconds):
        raise Refusal("Unable to park channel")
    client.answer(action, ("Message", "Park successful"))
