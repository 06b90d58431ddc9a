"""MixMonitor and what belongs to it. Nothing is recorded: only the answers and events are."""

import itertools

from traydial.ami.protocol import Message
from traydial.demo.client import Client
from traydial.demo.dialplan import Dialplan, Refusal

_ids = itertools.count(0x7F3A_1C00_1A30, 0x40)


def start(plan: Dialplan, client: Client, action: Message) -> None:
    """Start recording; the id goes to the answer and to the variable that option i() names."""
    channel = plan.channel_of(action)
    if not action.get("File"):
        raise Refusal("Could not start monitoring channel")
    monitor = f"0x{next(_ids):x}"
    channel.monitors[monitor] = action.get("File")
    channel.was_recorded = True
    answer: list[tuple[str, str]] = []
    _, found, rest = action.get("Options").partition("i(")
    if found:
        channel.variables[rest.partition(")")[0]] = monitor
        answer = [("MixMonitorID", monitor)]
    plan.switch.tell("MixMonitorStart", channel)
    client.answer(action, *answer)


def stop(plan: Dialplan, client: Client, action: Message) -> None:
    """Stop the recording that is named, or the newest, whoever started it."""
    channel = plan.channel_of(action)
    monitor = action.get("MixMonitorID") or next(reversed(channel.monitors), "")
    if channel.monitors.pop(monitor, None) is None:
        raise Refusal("Could not stop monitoring channel")
    plan.switch.tell("MixMonitorStop", channel)
    client.answer(action)


def mute(plan: Dialplan, client: Client, action: Message) -> None:
    """Mute the recording that is named, or all of the channel."""
    state, direction = action.get("State"), action.get("Direction")
    if direction.lower() not in ("read", "write", "both"):
        what = "Invalid direction" if direction else "No direction"
        raise Refusal(f"{what} specified. Must be read, write or both")
    if not state:
        raise Refusal("No state specified")
    channel = plan.channel_of(action)
    named = action.get("MixMonitorID")
    # with none named, none need be running any more, as long as one was
    if not channel.was_recorded or (named and named not in channel.monitors):
        raise Refusal("Cannot set mute flag")
    plan.switch.tell("MixMonitorMute", channel, ("Direction", direction), ("State", state))
    client.answer(action)
