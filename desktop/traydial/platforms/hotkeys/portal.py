"""Global keys on Wayland: the GlobalShortcuts portal, where a desktop has it.

The desktop decides: it may ask the user, give another key, or take it back. It knows what we
wish only as a preference, and once it has a key for a name it stays with that.
"""

import asyncio
import logging
import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from traydial.domain.language import mark, tr
from traydial.domain.store import Store
from traydial.platforms import APP_ID

if TYPE_CHECKING:
    from traydial.platforms.hotkeys.portal_bus import PortalBus

log = logging.getLogger(__name__)

_PROMPT_S = 3.0  # nobody waits longer, while the desktop may ask the user
_RESTART_S = 1.0
_WHAT = {
    "dial_selection": mark("Dial the selected number"),
    "answer_hang_up": mark("Answer or hang up"),
    "open_page": mark("Open the customer's page"),
    "dial_box": mark("Open Traydial's dial box"),
}
_COMMANDS = {"dial_selection": "traydial dial --selection", "dial_box": "traydial"}
_MODIFIERS = {"Ctrl": "CTRL", "Alt": "ALT", "Shift": "SHIFT", "Meta": "LOGO"}

_NO_PORTAL = mark("This desktop gives programs no global keys.")
_BY_HAND = mark(
    "This desktop gives programs no global keys; bind the command `{}` to a key in its keyboard "
    "settings."
)
_WAITING = mark("The desktop has not given Traydial this key yet; it may be asking you.")
_REFUSED = mark("You did not let Traydial have this key when the desktop asked.")
_FAILED = mark("The desktop could not set this key.")
_NONE = mark("The desktop has no key for this; choose one in its keyboard settings.")
_OTHER = mark("The desktop has {} for this; its keyboard settings can change that.")
_CLOSED = mark("The desktop has taken this key back; Traydial asks for it at its next start.")


class PortalHotkeys:
    """``address`` is the session bus; ``on_pressed`` is called with the name that was bound."""

    def __init__(self, address: str, on_pressed: Callable[[str], None]) -> None:
        self._address, self._on_pressed = address, on_pressed
        self._wanted: dict[str, str] = {}
        self._running: asyncio.Task[None] | None = None
        self.state: Store[Mapping[str, str]] = Store({})

    async def bind(self, wanted: Mapping[str, str]) -> None:
        """Let go of all combinations and ask for these: name -> ``Ctrl+Shift+F9``.

        Returns before the user has answered; ``state`` tells what came of it.
        """
        await self.aclose()
        self._wanted = {name: keys for name, keys in wanted.items() if keys}
        self.state.set(dict.fromkeys(wanted, ""))
        if not self._wanted:
            return
        settled = asyncio.Event()
        self._running = asyncio.create_task(self._run(settled))
        waiting = asyncio.create_task(settled.wait())
        try:
            await asyncio.wait(
                {waiting, self._running}, timeout=_PROMPT_S, return_when="FIRST_COMPLETED"
            )
        finally:
            waiting.cancel()
        if not settled.is_set():
            self._tell(lambda _: tr(_WAITING))

    async def aclose(self) -> None:
        """Let go of everything."""
        running, self._running = self._running, None
        if running:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)

    async def _run(self, settled: asyncio.Event) -> None:
        from traydial.platforms.hotkeys.portal_bus import PortalBus

        while True:
            bus = PortalBus(self._signal)
            try:
                again = await self._ask(bus)
                settled.set()
                await bus.changed.wait()
                over = bus.gone or bus.closed or not again
            finally:
                await bus.disconnect()
            if bus.closed:
                self._tell(lambda _: tr(_CLOSED))
            if over:
                return
            self._tell(lambda _: tr(_WAITING))
            await asyncio.sleep(_RESTART_S)

    async def _ask(self, bus: "PortalBus") -> bool:
        """Ask for the keys; tell whether a portal that starts anew is to be asked again."""
        from dbus_fast import Variant

        from traydial.platforms.hotkeys.portal_bus import NoPortal, PortalFailed, Refused

        shortcuts = [
            [
                name,
                {
                    "description": Variant("s", tr(_WHAT.get(name, name))),
                    "preferred_trigger": Variant("s", _trigger(keys)),
                },
            ]
            for name, keys in self._wanted.items()
        ]
        options = {
            "session_handle_token": Variant("s", "traydial"),
            "shortcuts": Variant("a(sa{sv})", shortcuts),  # Plasma 5.27 looks for them here
        }
        try:
            await bus.connect(self._address, APP_ID)
            results = await bus.request("CreateSession", "a{sv}", [], options)
            bus.session = str(results["session_handle"])
            results = await bus.request("ListShortcuts", "oa{sv}", [bus.session], {})
            # Plasma 5.27 opens its settings whenever it is asked to bind, even what it has
            if not self._wanted.keys() <= _with_key(results):
                body = [bus.session, shortcuts, ""]
                results = await bus.request("BindShortcuts", "oa(sa{sv})sa{sv}", body, {})
        except NoPortal as error:
            log.info("no global keys from the portal: %s", error)
            self._tell(_by_hand)
        except Refused:
            self._tell(lambda _: tr(_REFUSED))
            return False
        except PortalFailed as error:
            log.info("the portal set no keys: %s", error)
            self._tell(lambda _: tr(_FAILED))
        else:
            self._note(results.get("shortcuts", []))
        return True

    def _signal(self, member: str, body: list[Any]) -> None:
        if member == "Activated" and body[1] in self._wanted:
            self._on_pressed(body[1])
        elif member == "ShortcutsChanged":
            self._note(body[1])

    def _note(self, shortcuts: list[Any]) -> None:
        """Compare what the desktop has with what was wished."""
        triggers = {}
        for name, about in shortcuts:
            trigger = about.get("trigger_description")
            triggers[name] = str(trigger.value) if trigger else None

        def problem(name: str) -> str:
            trigger = triggers.get(name, "")
            if trigger is None:  # it is set, and the desktop does not say to what
                return ""
            if not trigger:
                return tr(_NONE)
            last = re.findall(r"[^\s+<>]+", trigger)[-1:]  # "Press <Control><Shift>F9"
            wished = self._wanted[name].split("+")[-1]
            return "" if last and last[0].lower() == wished.lower() else tr(_OTHER).format(trigger)

        self._tell(problem)

    def _tell(self, problem: Callable[[str], str]) -> None:
        state = dict.fromkeys(self.state.value, "")
        self.state.set(state | {name: problem(name) for name in self._wanted})


def _with_key(results: Mapping[str, Any]) -> set[str]:
    """Return the names that the desktop has a key for already."""
    shortcuts = results.get("shortcuts", [])
    return {
        name
        for name, about in shortcuts
        if (trigger := about.get("trigger_description")) and trigger.value
    }


def _by_hand(name: str) -> str:
    return tr(_BY_HAND).format(_COMMANDS[name]) if name in _COMMANDS else tr(_NO_PORTAL)


def _trigger(combination: str) -> str:
    """Write ``Ctrl+Shift+F9`` as the shortcuts specification of freedesktop.org does."""
    *held, key = combination.split("+")
    key = key.lower() if len(key) == 1 or key == "Space" else key
    return "+".join([*(_MODIFIERS[name] for name in held), key])
