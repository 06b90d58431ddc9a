"""What the program asks of the system it runs on: one Protocol per capability.

Each capability is a package with an adapter per system; they do not know each other.
``app.platform`` chooses once. An adapter that cannot do its job says so in a sentence for
the user (``why_not``) and never reports success.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from traydial.domain.errors import NotOpened, SelectionFault, SelectionUnreadable
from traydial.domain.language import tr
from traydial.domain.store import Store

APP_ID = "org.traydial.Traydial"  # of the .desktop file, the name on the bus, portals
SCHEMES = ("tel", "callto", "traydial")  # links we answer to; "sip" on request only


class Hotkeys(Protocol):
    """Global key combinations. Presses go to the callable given to the adapter.

    ``state`` has, for every name that was bound, why its combination does not work (a
    sentence: taken by another program, not possible on this desktop …) or an empty text.
    """

    state: Store[Mapping[str, str]]

    async def bind(self, wanted: Mapping[str, str]) -> None:
        """Let go of all combinations and take these: name -> ``Ctrl+Shift+F9``."""
        ...

    async def aclose(self) -> None:
        """Let go of everything."""
        ...


class Selection(Protocol):
    """What is selected in whatever window is in front. The clipboard is left as it was."""

    @property
    def why_not(self) -> str:
        """Why nothing can be read here, as a sentence; empty where it can."""
        ...

    async def read(self) -> str:
        """Return the first 2,000 characters, empty where nothing is selected.

        Never blocks the loop for longer than 10 ms. Raises SelectionUnreadable.
        """
        ...


@dataclass(frozen=True, slots=True)
class HandlerState:
    """Who opens links now: scheme -> name of the program, empty where nobody does.

    ``registered`` tells whether Traydial offers itself at all, ``ours`` for which
    schemes it is the one that opens them.
    """

    registered: bool
    current: Mapping[str, str]
    ours: frozenset[str]


class TelHandler(Protocol):
    """Who opens ``tel:`` links. All methods are quick file or registry work and block."""

    why_not: str

    def state(self) -> HandlerState:
        """Look who is the handler now."""
        ...

    def register(self, schemes: tuple[str, ...] = SCHEMES) -> str:
        """Offer Traydial for these links, and make it the default where programs may.

        Return a sentence on what the user has to do now, or an empty text. Raises OSError.
        """
        ...

    def unregister(self) -> None:
        """Take back everything that ``register`` wrote, and nothing else. Raises OSError."""
        ...

    def open_settings(self) -> bool:
        """Open the page of the system where the user chooses; False where there is none."""
        ...


class Autostart(Protocol):
    """Whether the program starts when the user logs in. Quick file or registry work; blocks."""

    why_not: str

    def is_on(self) -> bool:
        """Look whether it does now."""
        ...

    def turn(self, on: bool) -> None:
        """Let it start at login from now on, or not. Raises OSError."""
        ...


class SessionLock(Protocol):
    """Whether the user's session is locked. ``locked`` changes by itself once started."""

    locked: Store[bool]

    async def start(self) -> None:
        """Begin to watch; where the system does not tell, it stays unlocked."""
        ...

    async def aclose(self) -> None:
        """End watching."""
        ...


class Wake(Protocol):
    """Tells when the computer woke up or its network changed, to whom the adapter was made for."""

    async def start(self) -> None:
        """Begin to listen; where the system does not tell, nothing comes."""
        ...

    async def aclose(self) -> None:
        """Listen no longer."""
        ...


class Activation(Protocol):
    """Links and starts that the desktop hands to the running copy."""

    async def start(self) -> bool:
        """Begin to take them; False where that cannot be."""
        ...

    async def aclose(self) -> None:
        """Take no more."""
        ...


class ServicesMenu(Protocol):
    """An entry for selected text in the menus of other programs."""

    async def start(self) -> bool:
        """Begin to offer it; False where that cannot be."""
        ...

    async def aclose(self) -> None:
        """Offer it no more."""
        ...


class Clipboard(Protocol):
    """What was copied."""

    async def read(self) -> str:
        """Return the first 2,000 characters. Raises SelectionUnreadable."""
        ...

    def watch(self, on_change: Callable[[], None] | None) -> None:
        """Call this whenever something was copied; None ends it."""
        ...


class WindowMessages(Protocol):
    """A window of ours on Windows, whose messages several adapters want."""

    handle: int

    def listen(self, message: int, tell: Callable[[int, int], None]) -> None:
        """Call ``tell`` with both parameters of each such message. Raises OSError."""
        ...

    def forget(self, message: int) -> None:
        """Listen to these messages no longer."""
        ...


class Launcher(Protocol):
    """Opens pages and starts programs, which live on by themselves. Blocks nothing."""

    async def open_page(self, address: str) -> None:
        """Show an address in the user's browser. Raises NotOpened."""
        ...

    async def start(self, command: Sequence[str]) -> None:
        """Start a program with its arguments, without a shell. Raises NotOpened."""
        ...


class NoHotkeys:
    """Where nothing gives programs global keys."""

    def __init__(self, on_pressed: Callable[[str], None]) -> None:
        self.state: Store[Mapping[str, str]] = Store({})

    async def bind(self, wanted: Mapping[str, str]) -> None:
        """Say for each that it cannot be had."""
        self.state.set(dict.fromkeys(wanted, tr("This desktop gives programs no global keys.")))

    async def aclose(self) -> None:
        """Nothing is held."""


class NoSelection:
    """Where no program may look at what is selected in another."""

    @property
    def why_not(self) -> str:
        """Say so."""
        return tr("This desktop lets no program read what is selected.")

    async def read(self) -> str:
        """Raise SelectionUnreadable."""
        raise SelectionUnreadable(SelectionFault.NOT_HERE)


class NoSessionLock:
    """Where nothing tells whether the session is locked."""

    def __init__(self) -> None:
        self.locked = Store(False)

    async def start(self) -> None:
        """Nothing is watched."""

    async def aclose(self) -> None:
        """Nothing is watched."""


class NoWake:
    """Where nothing tells."""

    def __init__(self, tell: Callable[[], None]) -> None:
        pass

    async def start(self) -> None:
        """Nothing is heard."""

    async def aclose(self) -> None:
        """Nothing is heard."""


class NoServicesMenu:
    """Where other programs' menus take no entries."""

    def __init__(self, on_text: Callable[[str], None]) -> None:
        pass

    async def start(self) -> bool:
        """Nothing is offered."""
        return False

    async def aclose(self) -> None:
        """Nothing is offered."""


class NoActivation:
    """Where the desktop hands nothing over."""

    def __init__(self, on_open: Callable[[str], None], on_activate: Callable[[], None]) -> None:
        pass

    async def start(self) -> bool:
        """Nothing is taken."""
        return False

    async def aclose(self) -> None:
        """Nothing is taken."""


class NoLauncher:
    """Where nothing opens pages or programs."""

    async def open_page(self, address: str) -> None:
        """Raise NotOpened."""
        raise NotOpened(address, tr("this desktop opens no pages"))

    async def start(self, command: Sequence[str]) -> None:
        """Raise NotOpened."""
        raise NotOpened(command[0], tr("this desktop starts no programs"))
