"""The part of a portal that a desktop implements, played by a test."""
# ruff: noqa: N802, F722, F821 - names and types are those of D-Bus

import asyncio
import time

from dbus_fast import PropertyAccess, Variant
from dbus_fast.service import ServiceInterface, dbus_method, dbus_property, dbus_signal


class Keeper(ServiceInterface):
    """The desktop's side of a session."""

    def __init__(self):
        super().__init__("org.freedesktop.impl.portal.Session")
        self.closed = asyncio.Event()

    @dbus_method()
    def Close(self):
        self.closed.set()

    @dbus_signal()
    def Closed(self):
        pass

    @dbus_property(access=PropertyAccess.READ)
    def version(self) -> "u":
        return 1


class Backend(ServiceInterface):
    """What KDE, GNOME and Hyprland implement behind the portal. ``manner`` is how it decides."""

    def __init__(self, bus):
        super().__init__("org.freedesktop.impl.portal.GlobalShortcuts")
        self.bus = bus
        self.manner = "gives"
        self.session, self.decided = "", asyncio.Event()
        self.asked, self.known = [], None
        self.was_asked = asyncio.Event()

    @dbus_method()
    def CreateSession(self, handle: "o", session: "o", app: "s", options: "a{sv}") -> "ua{sv}":
        self.session = session
        self.keeper = Keeper()
        self.bus.export(session, self.keeper)
        return [0, {}]

    @dbus_method()
    async def BindShortcuts(
        self, handle: "o", session: "o", shortcuts: "a(sa{sv})", parent: "s", options: "a{sv}"
    ) -> "ua{sv}":
        self.asked.append({name: about["preferred_trigger"].value for name, about in shortcuts})
        self.wished = shortcuts
        self.was_asked.set()
        if self.manner == "asks":
            await self.decided.wait()
        code = {"refuses": 1, "fails": 2}.get(self.manner, 0)
        return [code, {} if code else {"shortcuts": self.given(shortcuts)}]

    def given(self, shortcuts):
        """Say what is set: what was wished, unless ``manner`` tells of something else."""
        shown = {"other": "Strg+Alt+F12", "none": ""}
        told = []
        for name, about in shortcuts:
            trigger = shown.get(self.manner, about["preferred_trigger"].value)
            told.append(
                [
                    name,
                    {
                        "description": about["description"],
                        "trigger_description": Variant("s", trigger),
                    },
                ]
            )
        return Variant("a(sa{sv})", told)

    @dbus_method()
    def ListShortcuts(self, handle: "o", session: "o") -> "ua{sv}":
        known = self.known.value if self.known else []
        return [0, {"shortcuts": Variant("a(sa{sv})", known)}]

    @dbus_signal()
    def Activated(self, session, name, stamp) -> "osta{sv}":
        return [session, name, stamp, {}]

    @dbus_signal()
    def Deactivated(self, session, name, stamp) -> "osta{sv}":
        return [session, name, stamp, {}]

    @dbus_signal()
    def ShortcutsChanged(self, session, shortcuts) -> "oa(sa{sv})":
        return [session, shortcuts]

    @dbus_property(access=PropertyAccess.READ)
    def version(self) -> "u":
        return 1

    def change(self, manner):
        """Let the user choose other keys in the settings of the desktop."""
        self.manner = manner
        self.ShortcutsChanged(self.session, self.given(self.wished).value)

    def press(self, name):
        self.Activated(self.session, name, time.monotonic_ns() // 1_000_000)
        self.Deactivated(self.session, name, time.monotonic_ns() // 1_000_000)
