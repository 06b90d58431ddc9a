"""What the demo PBX does for each AMI action, and how it words its answers."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from traydial.ami.protocol import Message
from traydial.demo import asking, recording
from traydial.demo import parking_actions as lot
from traydial.demo import queue_actions as queues
from traydial.demo.channels import UP, Channel
from traydial.demo.client import Client
from traydial.demo.dialling import Talk
from traydial.demo.dialplan import Dialplan, Refusal
from traydial.demo.originating import originate

Handler = Callable[[Dialplan, Client, Message], None]


class Command(NamedTuple):
    """One action as ListCommands shows it. ``classes``: any one of them suffices."""

    name: str
    synopsis: str
    classes: tuple[str, ...]
    handler: Handler


def perform(plan: Dialplan, client: Client, action: Message) -> None:
    """Carry out an action and answer it."""
    name = action.get("Action")
    command = COMMANDS.get(name.lower())
    if command is None:
        hint = "Use Action: ListCommands to show available commands."
        client.error(action, f"Invalid/unknown command: {name}. {hint}")
    elif not allowed(command, client.write):
        client.error(action, "Permission denied")
    else:
        try:
            command.handler(plan, client, action)
        except Refusal as refusal:
            client.error(action, str(refusal))


def allowed(command: Command, write: frozenset[str]) -> bool:
    """Tell whether an account with these classes may use this action."""
    return not command.classes or not write.isdisjoint(command.classes)


def list_commands(write: frozenset[str]) -> list[tuple[str, str]]:
    """Return the headers of ListCommands: exactly what this account may use."""
    return [
        (c.name, f"{c.synopsis} (Priv: {','.join(c.classes) + ',all' if c.classes else '<none>'})")
        for c in sorted(COMMANDS.values(), key=lambda c: c.name.lower())
        if allowed(c, write)
    ]


def _ping(plan: Dialplan, client: Client, action: Message) -> None:
    stamp = f"{plan.switch.clock.time():.6f}"
    client.answer(action, ("Ping", "Pong"), ("Timestamp", stamp))


def _getvar(plan: Dialplan, client: Client, action: Message) -> None:
    if not (name := action.get("Variable")):
        raise Refusal("No variable specified")
    channel = plan.channel_of(action) if action.get("Channel") else None
    value = asking.value_of(plan.switch, plan.directory, plan.database, channel, name)
    client.answer(action, ("Variable", name), ("Value", value))


def _setvar(plan: Dialplan, client: Client, action: Message) -> None:
    if not (name := action.get("Variable")):
        raise Refusal("No variable specified")
    if action.get("Channel"):
        plan.channel_of(action).variables[name] = action.get("Value")
    elif (lamp := asking.custom_state(name)) is not None:
        plan.set_lamp(lamp, action.get("Value"))
    client.answer(action, ("Message", "Variable Set"))


def _hangup(plan: Dialplan, client: Client, action: Message) -> None:
    channel = plan.channel_of(action)
    cause = action.get("Cause")
    client.answer(action, ("Message", "Channel Hungup"))
    plan.switch.hang_up(channel, int(cause) if cause.isdigit() and len(cause) < 4 else None)


def _redirect(plan: Dialplan, client: Client, action: Message) -> None:
    if not (name := action.get("Channel")):
        raise Refusal("Channel not specified")
    for header in ("Context", "Exten", "Priority"):
        if not action.get(header):
            raise Refusal(f"{header} not specified")
    channel = plan.channel_of(action, absent=f"Channel does not exist: {name}")
    exten = action.get("Exten")
    if not (other := action.get("ExtraChannel")):
        client.answer(action, ("Message", "Redirect successful"))
        plan.redirect(channel, exten)
        return
    extra = plan.channel_of(action, "ExtraChannel", absent=f"ExtraChannel does not exist: {other}")
    client.answer(action, ("Message", "Dual Redirect successful"))
    plan.redirect_both(channel, exten, extra, action.get("ExtraExten") or exten)


def _blind_transfer(plan: Dialplan, client: Client, action: Message) -> None:
    exten = action.get("Exten")
    if action.get("Channel") and not exten:
        raise Refusal("No extension specified")
    channel = plan.channel_of(action, absent="Channel specified does not exist")
    peer, talk = channel.peer, channel.activity
    if peer is None or not isinstance(talk, Talk):
        raise Refusal("Transfer invalid")
    client.answer(action, ("Message", "Transfer succeeded"))
    plan.switch.tell("Unhold", channel)
    plan.switch.tell_plain(
        "BlindTransfer",
        [
            ("Result", "Success"),
            *channel.snapshot("Transferer"),
            *peer.snapshot("Transferee"),
            *talk.described(),
            ("IsExternal", "Yes"),
            ("Context", action.get("Context") or channel.context),
            ("Extension", exten),
        ],
    )
    plan.redirect(peer, exten)


def _bridge(plan: Dialplan, client: Client, action: Message) -> None:
    pair = []
    headers = ("Channel1", "Channel2")
    if not all(action.get(header) for header in headers):
        raise Refusal("Missing channel parameter in request")
    for header in headers:
        absent = f"{header} does not exist: {action.get(header)}"
        channel = plan.channel_of(action, header, absent=absent)
        if channel.state != UP:
            raise Refusal(f"{header} is not up")
        pair.append(channel)
    if pair[0] is pair[1]:
        raise Refusal("Unable to bridge a channel to itself")
    client.answer(action, ("Message", "Channels have been bridged"))
    plan.bridge(pair[0], pair[1])


def _dtmf(plan: Dialplan, client: Client, action: Message) -> None:
    plan.channel_of(action, absent="Channel not found")
    if not action.get("Digit"):
        raise Refusal("No digit specified")
    client.answer(action, ("Message", "DTMF successfully queued"))


def _notify(plan: Dialplan, client: Client, action: Message) -> None:
    if not action.get("Channel"):
        raise Refusal("PJSIPNotify requires either an endpoint name, a SIP URI, or a channel.")
    channel = plan.channel_of(action, absent="Channel not found")
    client.answer(action, ("Message", "NOTIFY sent"))
    phone = plan.directory.by_device(channel.device)
    if phone is not None and action.get("Variable") == "Event=talk":
        phone.talk(channel)


def _originate(plan: Dialplan, client: Client, action: Message) -> None:
    if problem := originate(plan, client, action):
        raise Refusal(problem)


def _extension_state(plan: Dialplan, client: Client, action: Message) -> None:
    if not (exten := action.get("Exten")):
        raise Refusal("Extension not specified")
    client.answer(action, ("Message", "Extension Status"), *_extension(plan, exten))


def _extension_states(plan: Dialplan, client: Client, action: Message) -> None:
    rows = [("ExtensionStatus", _extension(plan, number)) for number in plan.directory.phones]
    _list(client, action, "Extension Statuses will follow", "ExtensionStateListComplete", rows)


def _db_get(plan: Dialplan, client: Client, action: Message) -> None:
    place = _place(action)
    if not plan.database.exists(place):
        raise Refusal("Database entry not found")
    family, key, value = action.get("Family"), action.get("Key"), plan.database.get(place)
    rows = [("DBGetResponse", [("Family", family), ("Key", key), ("Val", value)])]
    _list(client, action, "Result will follow", "DBGetComplete", rows)


def _db_put(plan: Dialplan, client: Client, action: Message) -> None:
    plan.database.put(_place(action), action.get("Val"))
    client.answer(action, ("Message", "Updated database successfully"))


def _db_del(plan: Dialplan, client: Client, action: Message) -> None:
    if not plan.database.delete(_place(action)):
        raise Refusal("Database entry could not be deleted")
    client.answer(action, ("Message", "Key deleted successfully"))


def _place(action: Message) -> str:
    for header in ("Family", "Key"):
        if not action.get(header):
            stop = "" if action.get("Action").lower() == "dbput" else "."  # as Asterisk has it
            raise Refusal(f"No {header.lower()} specified{stop}")
    return f"{action.get('Family')}/{action.get('Key')}"


def _db_tree(plan: Dialplan, client: Client, action: Message) -> None:
    rows = plan.database.tree(action.get("Family"))
    _list(client, action, "Result will follow", "DBGetTreeComplete", rows)


def _queue_status(plan: Dialplan, client: Client, action: Message) -> None:
    rows = queues.status(plan, action)
    _list(client, action, "Queue status will follow", "QueueStatusComplete", rows)


def _extension(plan: Dialplan, exten: str) -> list[tuple[str, str]]:
    return asking.extension_status(plan.switch, plan.directory, exten)


def _status(plan: Dialplan, client: Client, action: Message) -> None:
    channels = [plan.channel_of(action)] if action.get("Channel") else plan.switch.channels.values()
    now = plan.switch.clock.time()
    rows = [("Status", _status_row(channel, now)) for channel in channels]
    items = ("Items", str(len(rows)))
    _list(client, action, "Channel status will follow", "StatusComplete", rows, items)


def _status_row(channel: Channel, now: float) -> list[tuple[str, str]]:
    connected = channel.snapshot()[5:7]
    return [
        ("Privilege", "Call"),
        *channel.snapshot(),
        ("Type", "PJSIP"),
        ("DNID", ""),
        *((f"Effective{key}", value) for key, value in connected),
        ("TimeToHangup", "0"),
        ("BridgeID", channel.bridge),
        ("Application", channel.application),
        ("Data", channel.data),
        ("Nativeformats", "(ulaw)"),
        ("Readformat", "ulaw"),
        ("Readtrans", ""),
        ("Writeformat", "ulaw"),
        ("Writetrans", ""),
        ("Callgroup", "0"),
        ("Pickupgroup", "0"),
        ("Seconds", str(int(now - channel.began))),
    ]


def _show_channels(plan: Dialplan, client: Client, action: Message) -> None:
    now = plan.switch.clock.time()
    rows = []
    for channel in plan.switch.channels.values():
        seconds = int(now - channel.began)
        row = [
            *channel.snapshot(),
            ("BridgeId", channel.bridge),
            ("Application", channel.application),
            ("ApplicationData", channel.data),
            ("Duration", f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"),
        ]
        rows.append(("CoreShowChannel", row))
    _list(client, action, "Channels will follow", "CoreShowChannelsComplete", rows)


def _list(
    client: Client,
    action: Message,
    announced: str,
    complete: str,
    rows: list[tuple[str, list[tuple[str, str]]]],
    *more: tuple[str, str],
) -> None:
    action_id = action.get("ActionID")
    echoed = [("ActionID", action_id)] if action_id else []
    client.answer(action, ("EventList", "start"), ("Message", announced))
    for event, row in rows:
        client.send([("Event", event), *echoed, *row])
    count = ("ListItems", str(len(rows)))
    client.send([("Event", complete), *echoed, ("EventList", "Complete"), count, *more])


def _parked_calls(plan: Dialplan, client: Client, action: Message) -> None:
    rows = plan.lot.rows()
    total = ("Total", str(len(rows)))
    _list(client, action, "Parked calls will follow", "ParkedCallsComplete", rows, total)


def _user_event(plan: Dialplan, client: Client, action: Message) -> None:
    client.answer(action, ("Message", "Event Sent"))
    own = ("action", "actionid", "userevent")
    more = [(key, value) for key, value in action.headers if key.lower() not in own]
    named = ("UserEvent", action.get("UserEvent"))
    plan.switch.tell_plain("UserEvent", [named, *more], "user,all")


def _list_commands(plan: Dialplan, client: Client, action: Message) -> None:
    client.answer(action, *list_commands(client.write))


def _unreachable(plan: Dialplan, client: Client, action: Message) -> None:
    client.error(action, "Already authenticated")  # Login, Challenge: the connection's own


_CALL, _REPORTING, _DB = ("call",), ("call", "reporting"), ("system", "reporting")
_AGENT = ("agent",)
_COMMANDS = (
    Command(
        "BlindTransfer",
        "Blind transfer channel(s) to the given destination",
        _CALL,
        _blind_transfer,
    ),
    Command("Bridge", "Bridge two channels already in the PBX.", _CALL, _bridge),
    Command("Challenge", "Generate Challenge for MD5 Auth.", (), _unreachable),
    Command(
        "CoreShowChannels",
        "List currently active channels.",
        ("system", "reporting"),
        _show_channels,
    ),
    Command("DBDel", "Delete DB entry.", ("system",), _db_del),
    Command("DBGet", "Get DB Entry.", _DB, _db_get),
    Command("DBGetTree", "Get DB entries, optionally at a particular family/key", _DB, _db_tree),
    Command("DBPut", "Put DB entry.", ("system",), _db_put),
    Command("Events", "Control Event Flow.", (), _unreachable),
    Command("ExtensionState", "Check Extension Status.", _REPORTING, _extension_state),
    Command(
        "ExtensionStateList",
        "List the current known extension states.",
        _REPORTING,
        _extension_states,
    ),
    Command("Getvar", "Gets a channel variable or function value.", _REPORTING, _getvar),
    Command("Hangup", "Hangup channel.", ("system", "call"), _hangup),
    Command("ListCommands", "List available manager commands.", (), _list_commands),
    Command("Login", "Login Manager.", (), _unreachable),
    Command("Logoff", "Logoff Manager.", (), _unreachable),
    Command(
        "MixMonitor",
        "Record a call and mix the audio during the recording.",
        ("system",),
        recording.start,
    ),
    Command(
        "MixMonitorMute",
        "Mute / unMute a Mixmonitor recording.",
        ("system", "call"),
        recording.mute,
    ),
    Command("Originate", "Originate a call.", ("originate",), _originate),
    Command("Park", "Park a channel.", _CALL, lot.park),
    Command("ParkedCalls", "List parked calls.", (), _parked_calls),
    Command("Ping", "Keepalive command.", (), _ping),
    Command(
        "PJSIPNotify",
        "Send a NOTIFY to either an endpoint, an arbitrary URI, or inside a SIP dialog.",
        ("system",),
        _notify,
    ),
    Command("PlayDTMF", "Play DTMF signal on a specific channel.", _CALL, _dtmf),
    Command("QueueAdd", "Add interface to queue.", _AGENT, queues.add),
    Command("QueuePause", "Makes a queue member temporarily unavailable.", _AGENT, queues.pause),
    Command("QueueRemove", "Remove interface from queue.", _AGENT, queues.remove),
    Command("QueueStatus", "Show queue status.", (), _queue_status),
    Command("Redirect", "Redirect (transfer) a call.", _CALL, _redirect),
    Command("Setvar", "Sets a channel variable or function value.", _CALL, _setvar),
    Command("Status", "List channel status.", ("system", "call", "reporting"), _status),
    Command(
        "StopMixMonitor",
        "Stop recording a call through MixMonitor, and free the recording's file handle.",
        ("system", "call"),
        recording.stop,
    ),
    Command("UserEvent", "Send an arbitrary event.", ("user",), _user_event),
)
COMMANDS: Mapping[str, Command] = {command.name.lower(): command for command in _COMMANDS}
