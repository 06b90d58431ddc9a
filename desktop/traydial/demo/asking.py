"""Action Getvar: dialplan functions and channel variables."""

import re

from traydial.demo.channels import RINGING, UP, Channel, Switch
from traydial.demo.people import Directory

_FUNCTION = re.compile(r"([A-Z_]+)\((.*)\)")
# ast_extension_state: the numbers of ExtensionState, with their words and EXTENSION_STATE()'s
STATES = {
    "NOT_INUSE": ("0", "Idle"),
    "INUSE": ("1", "InUse"),
    "UNAVAILABLE": ("4", "Unavailable"),
    "RINGING": ("8", "Ringing"),
    "RINGINUSE": ("9", "InUse&Ringing"),
}


def value_of(switch: Switch, directory: Directory, channel: Channel | None, name: str) -> str:
    """Return what Getvar answers; empty for what there is not."""
    if (call := _FUNCTION.fullmatch(name)) is None:
        if channel is None:
            return ""
        if name == "BRIDGEPEER":
            return channel.peer.name if channel.peer else ""
        return channel.variables.get(name, "")
    function, argument = call.groups()
    exten, _, context = argument.partition("@")
    if function == "DEVICE_STATE":
        return device_state(switch, directory, argument)
    if function == "DIALPLAN_EXISTS":
        parts = [part.strip() for part in argument.split(",")]
        known = parts[0] == switch.context and (len(parts) < 2 or directory.exists(parts[1]))
        return "1" if known else "0"
    phone = directory.phones.get(exten) if context == switch.context else None
    if function == "EXTENSION_STATE":
        return device_state(switch, directory, phone.device) if phone else "UNKNOWN"
    if function == "HINT":
        return phone.device if phone else ""
    return ""


def device_state(switch: Switch, directory: Directory, device: str) -> str:
    """Return a device's state in the words of DEVICE_STATE()."""
    phone = directory.by_device(device)
    if phone is None:
        return "INVALID"
    if not phone.registered:
        return "UNAVAILABLE"
    channels = switch.on_device(device)
    rings = any(channel.state == RINGING for channel in channels)
    used = any(channel.state == UP for channel in channels)
    if rings:
        return "RINGINUSE" if used else "RINGING"
    return "INUSE" if channels else "NOT_INUSE"
