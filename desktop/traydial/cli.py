"""The command line: what is asked, whom to ask, and the exit code.

Read by hand and not by argparse: a clicked link is in the running copy's hands before
anything heavy is imported.
"""

import os
import sys

from traydial.domain.language import AS_THE_SYSTEM, Speech, mark, plural, speak, tr

USAGE = mark("""Traydial dials from your desk: your own phone rings first, then the other party.

  traydial                         start in the tray
  traydial dial NUMBER             call a number and follow the call
  traydial tel:NUMBER              the same from a link, without waiting for the end
  traydial watch                   print a line for every change of your calls
  traydial calls                   print the calls there are now
  traydial record CALL on|off      record a call, or stop recording it
  traydial transfer CALL TARGET    give a call to somebody else
  traydial answer CALL             let your phone pick up, where it can be told to
  traydial hangup CALL             end, cancel or decline a call
  traydial status                  say whether the phone system is reached
  traydial quit                    end the copy that runs, and wait until it has ended
  traydial pair                    find your phone by a number that you dial on it
  traydial forget NUMBER           delete everything that is kept of a number
  traydial origin NUMBER           say where a number is from
  traydial doctor                  check it all, line by line: green, amber or red, and what helps
  traydial pbx-config              print what manager.conf needs for you, and nothing more
  traydial secret set [SOURCE]     store the password, read from standard input; SOURCE is
                                   one of ldap, carddav, crm, database, cdr
  traydial dial --selection        call the number that is selected in any window
  traydial dial --clipboard        call the number that was copied
  traydial register [--sip]        let Traydial open phone links
  traydial unregister              leave phone links to other programs again
  traydial handler                 say which program opens phone links
  traydial import FILE             take settings that you were sent; shows first what changes
  traydial demo                    try it all on a built-in demo phone system

  --quietly          start in the tray, and do nothing where a copy runs already
  --headless         do it in this process, without a window and without a running copy
  --json             print JSON lines
  --profile DIR      keep config, data and socket in DIR
  --trace FILE       doctor: write what is said to the phone system, without passwords
  --for FEATURES     pbx-config: the features wanted, with commas; all or usual for many
  --asterisk VERSION pbx-config: for this version, instead of asking the phone system
  --calls-every S    demo: somebody calls in every S seconds
  --replay FILE      demo: play what "Save what just happened" saved, instead of the office
  --version, --help

CALL is the id in the first column of "traydial calls".
Exit codes: 0 done (dial: answered), 2 usage or no number, 3 not reached, 4 phone system
unreachable, 5 login refused, 6 certificate not trusted, 7 not permitted, 1 anything else.
""")

_SOURCES = ("ldap", "carddav", "crm", "database", "cdr")  # that have a password of their own

# verb -> number of arguments
_VERBS = {
    "dial": 1,
    "watch": 0,
    "calls": 0,
    "record": 2,
    "transfer": 2,
    "answer": 1,
    "hangup": 1,
    "status": 0,
    "doctor": 0,
    "pbx-config": 0,
    "origin": 1,
    "forget": 1,
    "pair": 0,
    "quit": 0,
    "import": 1,
    "secret": 1,
    "register": 0,
    "unregister": 0,
    "handler": 0,
    "demo": 0,
}
_SCHEMES = ("tel:", "callto:", "traydial:", "sip:", "sips:")
_TEXTS = {
    "--for": "features",
    "--asterisk": "asterisk",
    "--trace": "trace",
    "--replay": "replay",
}
_START_WITHIN_S = 20.0


class UsageError(Exception):
    """The words on the command line make no sense; the text says which."""


class Asked:
    """What the command line asks for. An empty verb is the tray itself."""

    # by hand: dataclasses would be most of the time until a clicked link is handed over
    def __init__(self) -> None:
        self.verb = ""
        self.arguments: list[str] = []
        self.headless = self.as_json = False
        self.profile: str | None = None
        self.calls_every: float | None = None
        self.features = self.asterisk = self.trace = self.replay = ""
        self.selection = self.clipboard = self.sip = self.quietly = False
        self.help = self.version = False


def parse(argv: list[str]) -> Asked:
    """Read the arguments; options may stand anywhere before ``--``. Raises UsageError."""
    asked = Asked()
    words: list[str] = []
    rest = iter(argv)
    for argument in rest:
        if argument == "--":
            words += rest
            break
        if not argument.startswith("--"):
            words.append(argument)
            continue
        name, _, value = argument.partition("=")
        _option(asked, name, value or None, rest)
    if not words:
        return asked
    if words[0].lower().startswith(_SCHEMES):
        words.insert(0, "link")  # a link is one argument, whatever it holds
    asked.verb, *asked.arguments = words
    _check(asked)
    return asked


def _option(asked, name, value, rest) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    flags = {
        "--headless": "headless",
        "--json": "as_json",
        "--help": "help",
        "--version": "version",
        "--selection": "selection",
        "--clipboard": "clipboard",
        "--sip": "sip",
        "--quietly": "quietly",
    }
    if name in flags:
        if value is not None:
            raise UsageError(tr("{name} takes no value", name=name))
        setattr(asked, flags[name], True)
        return
    if name not in ("--profile", "--calls-every", *_TEXTS):
        raise UsageError(tr("there is no option {name}", name=name))
    value = value if value is not None else next(rest, None)
    if not value:
        raise UsageError(tr("{name} needs a value", name=name))
    if name == "--profile":
        asked.profile = value
        return
    if name in _TEXTS:
        setattr(asked, _TEXTS[name], value)
        return
    try:
        asked.calls_every = float(value)
    except ValueError:
        asked.calls_every = 0.0
    if not 1 <= asked.calls_every <= 86400:
        raise UsageError(tr("--calls-every needs a number of seconds, 1 or more"))


def _check(asked: Asked) -> None:
    if asked.verb == "link":
        if len(asked.arguments) != 1:
            raise UsageError(tr("one link at a time"))
        return
    if asked.verb == "dial" and asked.selection != asked.clipboard and not asked.arguments:
        asked.verb = "selection" if asked.selection else "clipboard"
        if asked.headless:
            raise UsageError(tr("what is selected is read by the running copy, without --headless"))
        return
    if asked.selection or asked.clipboard:
        raise UsageError(tr("say: traydial dial --selection, or dial --clipboard"))
    if asked.sip and asked.verb != "register":
        raise UsageError(tr("--sip belongs to register"))
    if (asked.features or asked.asterisk) and asked.verb != "pbx-config":
        raise UsageError(tr("--for and --asterisk belong to pbx-config"))
    if asked.trace and asked.verb != "doctor":
        raise UsageError(tr("--trace belongs to doctor"))
    if asked.replay and asked.verb != "demo":
        raise UsageError(tr("--replay belongs to demo"))
    if asked.verb not in _VERBS:
        raise UsageError(tr("there is no verb {verb}", verb=f"{asked.verb!r}"))
    if asked.verb == "secret":
        if asked.arguments not in (["set"], *(["set", source] for source in _SOURCES)):
            raise UsageError(
                tr("say: traydial secret set, or secret set {sources}", sources="|".join(_SOURCES))
            )
        return
    if asked.verb == "import":
        if asked.headless:
            raise UsageError(tr("import shows what changes in a window, without --headless"))
        from traydial.domain.provisioning import LINK

        asked.arguments = [
            word if word.startswith(LINK) else os.path.abspath(word)  # noqa: PTH100
            for word in asked.arguments
        ]
    needed = _VERBS[asked.verb]
    if len(asked.arguments) != needed:
        raise UsageError(
            plural(
                "{verb} takes {n} argument", "{verb} takes {n} arguments", needed, verb=asked.verb
            )
            if needed
            else tr("{verb} takes no arguments", verb=asked.verb)
        )


def main(argv: list[str] | None = None) -> int:
    """Do what the arguments ask and return the exit code."""
    _open_streams()
    speak(_as_the_system)
    try:
        asked = parse(sys.argv[1:] if argv is None else argv)
    except UsageError as error:
        told = tr("{error}. See traydial --help.", error=error)
        print("traydial:", told, file=sys.stderr)  # noqa: T201
        return 2
    if asked.help:
        print(tr(USAGE), end="")  # noqa: T201
        return 0
    if asked.version:
        from traydial import __version__

        print(f"traydial {__version__}")  # noqa: T201
        return 0
    return _go(asked)


def _as_the_system() -> Speech:
    from traydial.app.speech import load

    return load(AS_THE_SYSTEM)


def _open_streams() -> None:
    """Let everything be said that we say: without a console, and to pipes on Windows."""
    if sys.platform != "win32":
        return
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # started without a console
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
        elif not stream.isatty():
            stream.reconfigure(encoding="utf-8")


def _go(asked: Asked) -> int:
    from traydial.app.profile import find_profile

    if asked.verb == "demo":
        from traydial.app.demo import run_demo

        return run_demo(
            asked.headless, asked.as_json, asked.profile, asked.calls_every, asked.replay
        )
    profile = find_profile(asked.profile)

    def as_wanted() -> Speech:
        from traydial.app.own_settings import load_all
        from traydial.app.speech import load

        return load(load_all(profile).settings.display.language)

    speak(as_wanted)
    if asked.verb == "secret":
        from traydial.app.store_secret import store_secret

        return store_secret(profile, "".join(asked.arguments[1:]))
    if asked.verb == "pair":
        from traydial.app.pair_phone import run_pair

        return run_pair(profile, as_json=asked.as_json)
    if asked.verb == "origin":
        from traydial.app.origin import run_origin

        return run_origin(profile, asked.arguments[0])
    if asked.verb == "doctor":
        from traydial.app.doctor import run_doctor

        return run_doctor(profile, as_json=asked.as_json, trace=asked.trace)
    if asked.verb == "pbx-config":
        from traydial.app.pbx_config import run_pbx_config

        return run_pbx_config(profile, asked.features, asked.asterisk)
    if asked.verb in ("register", "unregister", "handler"):
        from traydial.app.registering import run_registering

        return run_registering(asked.verb, profile, sip=asked.sip, as_json=asked.as_json)
    if asked.verb == "quit":
        from traydial.app.quitting import run_quit

        return run_quit(profile.server)
    if asked.verb == "":
        from traydial.app.run import run_desktop

        return run_desktop(profile, quietly=asked.quietly)
    if asked.headless and asked.verb != "forget":
        from traydial.app.commands import Request
        from traydial.app.headless import run_headless

        return run_headless(Request(asked.verb, tuple(asked.arguments), asked.as_json), profile)
    if asked.verb == "forget":
        from traydial.app.handover import ask

        code = ask(profile.server, asked.verb, asked.arguments, asked.as_json)
        if code is not None:
            return code
        import asyncio

        from traydial.app.forgetting import forget_offline

        return asyncio.run(forget_offline(profile, asked.arguments[0]))
    return _ask_running_copy(asked, profile.server, profile.arguments())


def _ask_running_copy(asked: Asked, server: str, arguments: list[str]) -> int:
    from traydial.app.handover import ask, start_copy

    code = ask(server, asked.verb, asked.arguments, asked.as_json)
    if code is not None:
        return code
    if why_not := start_copy(server, [*arguments, "--quietly"]):
        print(f"traydial: {why_not}", file=sys.stderr)  # noqa: T201
        return 2
    import time

    deadline = time.monotonic() + _START_WITHIN_S
    while time.monotonic() < deadline:
        time.sleep(0.05)  # the copy is another process: nothing to wait on but its socket
        code = ask(server, asked.verb, asked.arguments, asked.as_json)
        if code is not None:
            return code
    print("traydial:", tr("Traydial did not start in time."), file=sys.stderr)  # noqa: T201
    return 4
