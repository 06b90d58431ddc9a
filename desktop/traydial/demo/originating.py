"""Action Originate: ring a device, then send it to an extension."""

import re

from traydial.ami.protocol import Message
from traydial.demo.channels import Channel, Party
from traydial.demo.client import Client
from traydial.demo.dialling import Order
from traydial.demo.dialplan import Dialplan
from traydial.demo.wire import variables_of

_PARTY = re.compile(r'\s*"?(.*?)"?\s*<([^<>]*)>\s*')
ANSWERED, RANG, FAILED = "4", "3", "0"


def originate(plan: Dialplan, client: Client, action: Message) -> str:
    """Start a call; return why not, in Asterisk's words, or an empty text.

    Of applications only ``ParkedCall`` is known: else every call goes to somebody.
    """
    device, exten = action.get("Channel"), action.get("Exten")
    context, timeout = action.get("Context"), action.get("Timeout")
    if not device:
        return "Channel not specified"
    if "/" not in device:
        return "Invalid channel"
    if timeout and not re.fullmatch(r"\d{1,9}", timeout):
        return "Invalid timeout"
    if not action.get("Priority", "1").isdigit():
        return "Invalid priority"
    if (application := action.get("Application")) == "ParkedCall":
        exten, context = action.get("Data").rpartition(",")[2], plan.switch.context
    elif application:
        return "No such application"
    if context != plan.switch.context or not plan.directory.exists(exten):
        return "Extension does not exist."
    uid, caller = action.get("ChannelId"), party(action.get("CallerID"))
    is_async = action.get("Async").lower() in ("true", "yes", "1", "on")
    if is_async:
        client.answer(action, ("Message", "Originate successfully queued"))

    def end(status: str, leg: Channel | None, rang: bool) -> None:
        if not is_async:
            text = "Originate successful" if leg else "Originate failed"
            client.answer(action, ("Message", text), kind="Success" if leg else "Error")
            return
        reason = ANSWERED if leg else RANG if rang and status == "TIMEOUT" else FAILED
        action_id = action.get("ActionID")
        plan.switch.tell_plain(
            "OriginateResponse",
            [
                *([("ActionID", action_id)] if action_id else []),
                ("Response", "Success" if leg else "Failure"),
                ("Channel", leg.name if leg else device),
                ("Context", context),
                ("Exten", exten),
                ("Reason", reason),
                ("Uniqueid", uid or (leg.uid if leg else "<unknown>")),
                ("CallerIDNum", (caller and caller.number) or "<unknown>"),
                ("CallerIDName", (caller and caller.name) or "<unknown>"),
            ],
        )

    target, at, _ = device.removeprefix("Local/").partition("@")
    if application and at and device.startswith("Local/") and plan.directory.exists(target):
        seconds = int(timeout or 30000) / 1000
        plan.ring_for(exten, target, uid, caller or Party(), seconds, end)
        return ""
    phone = plan.directory.by_device(device)
    if phone is None or not phone.registered or (uid and plan.switch.find(uid)):
        end("CHANUNAVAIL", None, False)
        return ""
    variables = variables_of(action)
    shown = caller or party(variables.pop("CONNECTEDLINE(all)", ""))
    seconds = int(timeout or 30000) / 1000
    plan.originate(Order(phone, exten, uid, seconds, variables, shown, caller), end)
    return ""


def party(text: str) -> Party | None:
    """Read ``Name <number>``, as in CallerID."""
    if not text:
        return None
    found = _PARTY.fullmatch(text)
    return Party(found[2], found[1]) if found else Party(text, "")
