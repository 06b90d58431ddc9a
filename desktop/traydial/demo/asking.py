"""What can be asked and watched: variables, dialplan functions, device states."""

import re

from traydial.demo.channels import RING, RINGING, STATE_NAMES, UP, Channel, Header, Switch
from traydial.demo.database import Database
from traydial.demo.people import Directory

VERSION = "22.10.1"  # whose ways the demo has
_FUNCTION = re.compile(r"([A-Z_]+)\((.*)\)")
# ast_extension_state: the numbers of ExtensionState, with their words and EXTENSION_STATE()'s
STATES = {
    "NOT_INUSE": ("0", "Idle"),
    "INUSE": ("1", "InUse"),
    "UNAVAILABLE": ("4", "Unavailable"),
    "RINGING": ("8", "Ringing"),
    "RINGINUSE": ("9", "InUse&Ringing"),
}


def value_of(
    switch: Switch, directory: Directory, database: Database, channel: Channel | None, name: str
) -> str:
    """Return what Getvar answers; empty for what there is not."""
    if (call := _FUNCTION.fullmatch(name)) is None:
        if channel is None:
            return ""
        if name == "BRIDGEPEER":
            return channel.peer.name if channel.peer else ""
        return channel.variables.get(name, "")
    function, argument = call.groups()
    exten, _, context = argument.partition("@")
    if function == "CHANNEL" and channel is not None:
        told = {"name": channel.name, "linkedid": channel.linkedid}
        told["state"] = STATE_NAMES.get(channel.state, "")
        return told.get(argument, "")
    if function == "DB_EXISTS":
        return "1" if database.exists(argument) else "0"
    if function == "DEVICE_STATE" and argument.startswith("Custom:"):
        return database.state(argument)
    if function == "DEVICE_STATE":
        return device_state(switch, directory, argument)
    if function == "DIALPLAN_EXISTS":
        parts = [part.strip() for part in argument.split(",")]
        known = parts[0] == switch.context and (len(parts) < 2 or directory.exists(parts[1]))
        return "1" if known else "0"
    if function == "VERSION":
        return VERSION
    if function == "HINT":
        return directory.hint(exten) if context == switch.context else ""
    phone = directory.phones.get(exten) if context == switch.context else None
    if function == "EXTENSION_STATE":
        return device_state(switch, directory, phone.device) if phone else "UNKNOWN"
    return ""


def custom_state(variable: str) -> str | None:
    """Return the device of ``DEVICE_STATE(Custom:DND7001)``, None for anything else."""
    call = _FUNCTION.fullmatch(variable)
    named = call is not None and call[1] == "DEVICE_STATE" and call[2].startswith("Custom:")
    return call[2] if call and named else None


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
    return "INUSE" if used or any(c.state == RING for c in channels) else "NOT_INUSE"


def extension_status(switch: Switch, directory: Directory, exten: str) -> list[Header]:
    """Return the headers that tell an extension's state."""
    phone = directory.phones.get(exten)
    state = device_state(switch, directory, phone.device) if phone else ""
    number, text = STATES.get(state, ("-1", "Unknown"))
    return [
        ("Exten", exten),
        ("Context", switch.context),
        ("Hint", phone.device if phone else ""),
        ("Status", number),
        ("StatusText", text),
    ]


class Lamps:
    """Tells when a phone's state has changed, for those who watch their colleagues."""

    def __init__(self, switch: Switch, directory: Directory) -> None:
        self._switch, self._directory = switch, directory
        self._states: dict[str, str] = {}
        for device in self._devices():
            self._states[device] = device_state(switch, directory, device)

    def look(self) -> None:
        """Look again, and tell what is different."""
        for device, exten in self._devices().items():
            state = device_state(self._switch, self._directory, device)
            if state == self._states[device]:
                continue
            self._states[device] = state
            self._switch.tell_plain("DeviceStateChange", [("Device", device), ("State", state)])
            status = extension_status(self._switch, self._directory, exten)
            self._switch.tell_plain("ExtensionStatus", status)

    def _devices(self) -> dict[str, str]:
        return {phone.device: exten for exten, phone in self._directory.phones.items()}
