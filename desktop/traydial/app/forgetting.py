"""Forgets a person: everything that Traydial keeps of a number, in whatever spelling."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from traydial.app import exits
from traydial.app.commands import complain
from traydial.app.headless import Terminal
from traydial.app.memories import Memories
from traydial.app.own_settings import load_all
from traydial.app.profile import Profile
from traydial.domain.contacts import digits_of, is_same_number
from traydial.domain.errors import DesktopError, NothingToDial
from traydial.domain.language import plural, tr
from traydial.domain.settings import DialSettings
from traydial.services.history import FILE_NAME, History

Value = TypeVar("Value")
IsTheirs = Callable[[str], bool]


def theirs(number: str, dialling: DialSettings) -> IsTheirs:
    """Return what tells whether a number is this one. Raises NothingToDial."""
    if not digits_of(number):
        raise NothingToDial(number)
    return lambda other: is_same_number(other, number, dialling)


async def forget_kept(
    number: str, is_theirs: IsTheirs, history: History, memories: Memories
) -> int:
    """Delete what is kept on disk; return of how many calls. Raises HistoryTrouble."""
    calls = await history.forget([number])
    memories.drop_numbers(is_theirs)
    return calls


def without(known: Mapping[str, Value], is_theirs: IsTheirs) -> dict[str, Value]:
    """Return what is known by number, without this one."""
    return {number: value for number, value in known.items() if not is_theirs(number)}


def forgotten_words(calls: int) -> str:
    """Say what was done."""
    told = plural("Forgotten, with {n} call.", "Forgotten, with {n} calls.", calls)
    rest = tr("Recordings and records of the phone system are its own.")
    return f"{told} {rest}"


async def forget_offline(profile: Profile, number: str) -> int:
    """Forget without a running copy; return the exit code."""
    output = Terminal()
    dialling = load_all(profile).settings.dialling
    history = History(profile.data_dir / FILE_NAME, lambda: dialling)
    try:
        is_theirs = theirs(number, dialling)
        calls = await forget_kept(number, is_theirs, history, Memories(profile.data_dir))
    except DesktopError as error:
        complain(error, output)
        return exits.exit_code(error)
    finally:
        await history.aclose()
    output.line(forgotten_words(calls))
    return exits.DONE
