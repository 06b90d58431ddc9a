"""What a screen reader finds on the desktop; one JSON line for each command line.

Needs the system's Python with its bindings of AT-SPI: ``/usr/bin/python3 screen_reader.py``.
"""

import json
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PROGRAM = "traydial"
WITHIN_S = 20.0
STATES = ("CHECKED", "ENABLED", "FOCUSED", "SELECTED", "FOCUSABLE")


def main():
    heard = []
    done("programs", heard)  # one that is just coming does not notice who listens
    listener = Atspi.EventListener.new(lambda event: heard.append(str(event.any_data)))
    listener.register("object:announcement")
    print(json.dumps("ready"), flush=True)
    for line in sys.stdin:
        name, *words = json.loads(line)
        print(json.dumps(done(name, heard, *words)), flush=True)


def done(name, heard, *words):
    """Do it; once more where a part went while it was looked at."""
    ends = time.monotonic() + WITHIN_S
    while True:
        try:
            return COMMANDS[name](heard, *words)
        except (GLib.Error, LookupError):
            if time.monotonic() > ends:
                raise
            time.sleep(0.05)


def tree(heard):
    """Return all that is seen, windows and what is within."""
    return [told(one) for one in seen()]


def press(heard, name):
    """Do what a part does."""
    return bool(find(name, "push button").get_action_iface().do_action(0))


def write(heard, name, text):
    """Put a text into a field."""
    return bool(find(name, "text").get_editable_text_iface().set_text_contents(text))


def said(heard, text):
    """Wait until this was announced; return all that was."""
    ends = time.monotonic() + WITHIN_S
    while time.monotonic() < ends and not any(text in one for one in heard):
        GLib.MainContext.default().iteration(False)
        time.sleep(0.01)
    return heard


def find(name, role):
    for one in seen():
        if one.get_name() == name and one.get_role_name() == role:
            return one
    raise LookupError(name)


def seen():
    """Return our parts that are shown."""
    return [part for one in programs() for part in below(one)]


def programs():
    desktop = Atspi.get_desktop(0)
    found = [desktop.get_child_at_index(n) for n in range(desktop.get_child_count())]
    ours = [one for one in found if one and PROGRAM in one.get_name()]
    if not ours:
        raise LookupError(PROGRAM)
    return ours


def below(part):
    for number in range(part.get_child_count()):
        child = part.get_child_at_index(number)
        if child is not None and child.get_state_set().contains(Atspi.StateType.SHOWING):
            yield child
            yield from below(child)


def told(one):
    states = one.get_state_set()
    labels = [
        relation.get_target(n).get_name()
        for relation in one.get_relation_set()
        if relation.get_relation_type() is Atspi.RelationType.LABELLED_BY
        for n in range(relation.get_n_targets())
    ]
    text = one.get_text_iface()
    return {
        "role": one.get_role_name(),
        "name": one.get_name(),
        "more": one.get_description(),
        "labels": labels,
        "text": text.get_text(0, -1) if text else "",
        "states": [s for s in STATES if states.contains(getattr(Atspi.StateType, s))],
    }


COMMANDS = {
    "tree": tree,
    "press": press,
    "write": write,
    "said": said,
    "programs": lambda heard: len(programs()),
}

if __name__ == "__main__":
    main()
