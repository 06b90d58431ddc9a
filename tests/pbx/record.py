"""Records what each AMI account sees: ``python -m tests.pbx.record [22] [16] [--only NAME]``.

Writes ``tests/transcripts/<version>/<account>/<scenario>.ami``: the bytes as they came.
"""

import argparse
import asyncio
import inspect
from collections.abc import Awaitable, Callable, Iterator
from contextlib import AsyncExitStack
from pathlib import Path
from types import ModuleType

from tests.pbx import (
    scenarios_in,
    scenarios_out,
    scenarios_status,
    scenarios_talking,
    scenarios_transfer,
)
from tests.pbx.asterisk import HOST, Asterisk, secret_of
from tests.pbx.phones import Phones
from tests.pbx.provision import SUITES
from tests.pbx.rawami import RawAmi
from tests.pbx.scene import Scene

TRANSCRIPTS = Path(__file__).parents[1] / "transcripts"
LISTENERS = ("full", "calls", "own")
Scenario = Callable[[Scene], Awaitable[None]]  # its name is the name of its transcript
MODULES: tuple[ModuleType, ...] = (
    scenarios_out,
    scenarios_in,
    scenarios_talking,
    scenarios_transfer,
    scenarios_status,
)
PHONES = ("7001", "7002", "7003", "7004")


def all_scenarios() -> Iterator[tuple[str, Scenario]]:
    for module in MODULES:
        for name, value in vars(module).items():
            if inspect.iscoroutinefunction(value) and not name.startswith("_"):
                yield name, value


async def record(version: str, only: str, out: Path) -> list[str]:
    """Act out every scenario on one PBX; return what was noted and what went wrong."""
    notes: list[str] = []
    with Asterisk(version) as pbx:
        async with AsyncExitStack() as stack:
            bench = await stack.enter_async_context(Phones(HOST, pbx.sip_port))
            phones = [await bench.add(n, secret_of(n), waiting=True) for n in PHONES]
            actor = await stack.enter_async_context(RawAmi.connect(pbx, "full"))
            await actor.action("Events", EventMask="off")
            listeners = {
                name: await stack.enter_async_context(RawAmi.connect(pbx, name))
                for name in LISTENERS
            }
            for name, act in all_scenarios():
                if only not in name:
                    continue
                scene = Scene(name, pbx, phones, actor, listeners)
                if not scene.me.registered:
                    await scene.me.register()
                await scene.over()
                scene.forget()
                try:
                    await act(scene)
                except (AssertionError, TimeoutError, LookupError) as error:
                    scene.note("FAILED", error)
                if not name.startswith("status_"):
                    await scene.settle()
                    if not await scene.is_empty():
                        scene.note("FAILED", "left a call behind")
                save(out / version, name, listeners)
                await scene.over()
                scene.note("SIP codes at the end", [phone.ended for phone in phones])
                notes += scene.notes
                print(version, name, *scene.notes, sep="\n    ", flush=True)
    return notes


def save(folder: Path, name: str, listeners: dict[str, RawAmi]) -> None:
    for account, listener in listeners.items():
        path = folder / account / f"{name}.ami"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(listener.raw)


async def record_all(versions: list[str], only: str, out: Path) -> int:
    notes = await asyncio.gather(*(record(version, only, out) for version in versions))
    failed = [note for some in notes for note in some if "FAILED" in note]
    print(*failed, sep="\n")
    return 1 if failed else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("versions", nargs="*", default=list(SUITES))
    parser.add_argument("--only", default="", help="a part of the names of the scenarios wanted")
    parser.add_argument("--out", type=Path, default=TRANSCRIPTS)
    arguments = parser.parse_args()
    return asyncio.run(record_all(arguments.versions, arguments.only, arguments.out))


if __name__ == "__main__":
    raise SystemExit(main())
