"""What the demo PBX does for the actions about queues, worded as Asterisk words it."""

from traydial.ami.protocol import Message
from traydial.demo.channels import Header
from traydial.demo.client import Client
from traydial.demo.dialplan import Dialplan, Refusal
from traydial.demo.queues import CallQueue


def status(plan: Dialplan, action: Message) -> list[tuple[str, list[Header]]]:
    """Return the rows of QueueStatus: of one queue or of all."""
    wanted = action.get("Queue")
    return [
        row
        for name, queue in plan.queues.by_name.items()
        if wanted in ("", name)
        for row in queue.rows()
    ]


def add(plan: Dialplan, client: Client, action: Message) -> None:
    """Log a phone in."""
    queue, interface = _named(plan, action)
    if queue is None:
        raise Refusal("Unable to add interface to queue: No such queue")
    if interface in queue.members:
        raise Refusal("Unable to add interface: Already there")
    client.answer(action, ("Message", "Added interface to queue"))
    queue.add(interface, action.get("MemberName"))


def remove(plan: Dialplan, client: Client, action: Message) -> None:
    """Log a phone out."""
    queue, interface = _named(plan, action)
    if queue is None:
        raise Refusal("Unable to remove interface from queue: No such queue")
    if interface not in queue.members:
        raise Refusal("Unable to remove interface: Not there")
    client.answer(action, ("Message", "Removed interface from queue"))
    queue.remove(interface)


def pause(plan: Dialplan, client: Client, action: Message) -> None:
    """Leave a phone alone for a while, in one queue or in all."""
    interface, paused = action.get("Interface"), action.get("Paused")
    if not (interface and paused):
        raise Refusal("Need 'Interface' and 'Paused' parameters.")
    wanted = action.get("Queue")
    queues = [q for name, q in plan.queues.by_name.items() if wanted in ("", name)]
    found = [queue for queue in queues if interface in queue.members]
    if not found:
        raise Refusal("Interface not found")
    on = paused.lower() in ("true", "yes", "1", "on")
    client.answer(action, ("Message", f"Interface {'' if on else 'un'}paused successfully"))
    for queue in found:
        queue.pause(interface, on, action.get("Reason"))


def _named(plan: Dialplan, action: Message) -> tuple[CallQueue | None, str]:
    for header in ("Queue", "Interface"):
        if not action.get(header):
            raise Refusal(f"'{header}' not specified.")
    return plan.queues.by_name.get(action.get("Queue")), action.get("Interface")
