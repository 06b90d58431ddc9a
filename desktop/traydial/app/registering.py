"""``traydial register``, ``unregister`` and ``handler``: who opens phone links."""

import json
import os
import sys
from pathlib import Path

from traydial.app.platform import tel_handler
from traydial.app.profile import Profile
from traydial.domain.language import tr
from traydial.platforms import SCHEMES, TelHandler


def run_registering(verb: str, profile: Profile, *, sip: bool, as_json: bool) -> int:
    """Do one of the verbs and return the exit code."""
    handler = tel_handler(profile, os.environ, Path.home())
    try:
        if verb == "register":
            to_do = handler.register((*SCHEMES, "sip") if sip else SCHEMES)
            if to_do:
                sys.stderr.write(f"traydial: {to_do}\n")
                if not as_json:
                    handler.open_settings()
        elif verb == "unregister":
            handler.unregister()
    except OSError as error:
        why = f"{error.strerror} ({error.filename})" if error.strerror else str(error)
        told = tr("That could not be written: {why}", why=why)
        sys.stderr.write(f"traydial: {told}\n")
        return 1
    _print(handler, as_json=as_json)
    return 0


def _print(handler: TelHandler, *, as_json: bool) -> None:
    state = handler.state()
    if as_json:
        told = {
            "registered": state.registered,
            "handlers": dict(state.current),
            "ours": sorted(state.ours),
        }
        sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
        return
    if handler.why_not:
        sys.stderr.write(f"traydial: {handler.why_not}\n")
    for scheme, name in state.current.items():
        opened = (
            tr("{scheme}: links are opened by {name}", scheme=scheme, name=name)
            if name
            else tr("{scheme}: links are opened by no program", scheme=scheme)
        )
        sys.stdout.write(f"{opened}\n")
