"""Where a channel meets no single person: a conference, a voicemail box."""

from functools import partial

from traydial.demo.channels import UP, Channel, Header, Switch
from traydial.demo.people import OWN, VOICEMAIL, Directory

SPEAKS_FOR_S, STAYS_FOR_S = 8.0, 4.0


class Rooms:
    """The conferences and boxes of all extensions."""

    def __init__(self, switch: Switch, directory: Directory) -> None:
        self._switch = switch
        self._own_device = directory.phones[OWN].device
        self._meetings: dict[str, Meeting] = {}

    def enter(self, channel: Channel, exten: str) -> None:
        """Let a channel in."""
        self._switch.execute(channel, "Answer")
        self._switch.set_state(channel, UP)
        if exten.startswith(VOICEMAIL[0]):
            self._switch.execute(channel, "VoiceMail", f"{exten[1:]},u")
            self._switch.later(channel, SPEAKS_FOR_S, lambda: self._switch.put_down(channel))
            return
        self._switch.execute(channel, "ConfBridge", exten)
        if exten not in self._meetings or not self._meetings[exten].inside:
            self._meetings[exten] = Meeting(self._switch, exten, self._own_device)
        self._meetings[exten].join(channel)


class Meeting:
    """A bridge of many. Whoever is left without the user soon goes, too."""

    def __init__(self, switch: Switch, name: str, own_device: str) -> None:
        self._switch, self._name, self._own_device = switch, name, own_device
        self._id = switch.new_bridge_id()
        self.inside: list[Channel] = []
        switch.tell_plain("BridgeCreate", self.described())
        self._tell("ConfbridgeStart")

    def join(self, channel: Channel) -> None:
        """Take somebody in."""
        self.inside.append(channel)
        channel.bridge, channel.activity = self._id, self
        self._switch.tell_plain("BridgeEnter", [*self.described(), *channel.snapshot()])
        self._tell("ConfbridgeJoin", *channel.snapshot(), ("Admin", "No"), ("Muted", "No"))

    def gone(self, channel: Channel, cause: int | None) -> None:
        """Go on without somebody who has hung up."""
        self._leave(channel)
        self._switch.finish(channel, cause or 16)

    def taken(self, channel: Channel) -> None:
        """Go on without somebody who was moved elsewhere."""
        self._leave(channel)

    def described(self) -> list[Header]:
        """Return the headers with which events describe the bridge."""
        return [
            ("BridgeUniqueid", self._id),
            ("BridgeType", "base"),
            ("BridgeTechnology", "softmix"),
            ("BridgeCreator", "ConfBridge"),
            ("BridgeName", self._name),
            ("BridgeNumChannels", str(len(self.inside))),
            ("BridgeVideoSourceMode", "none"),
        ]

    def _tell(self, event: str, *more: Header) -> None:
        conference = ("Conference", self._name)
        self._switch.tell_plain(event, [conference, *self.described(), *more])

    def _leave(self, channel: Channel) -> None:
        self._tell("ConfbridgeLeave", *channel.snapshot(), ("Admin", "No"))
        self.inside.remove(channel)
        channel.bridge = ""
        self._switch.tell_plain("BridgeLeave", [*self.described(), *channel.snapshot()])
        if not self.inside:
            self._tell("ConfbridgeEnd")
            self._switch.tell_plain("BridgeDestroy", self.described())
        elif not any(c.device == self._own_device for c in self.inside):
            for other in self.inside:
                self._switch.later(other, STAYS_FOR_S, partial(self._bored, other))

    def _bored(self, channel: Channel) -> None:
        if channel in self.inside:
            self._switch.put_down(channel)
