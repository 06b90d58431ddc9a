"""The command line as a user or script has it: a process of its own."""

import asyncio
import contextlib
import json
import os
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path

from tests.pbx.asterisk import Asterisk, secret_of

PYTHON = sys.executable


def write_profile(folder: Path, pbx: Asterisk, account: str = "desk", **pbx_keys: object) -> Path:
    """Write a config for the user at 7001 and return its folder."""
    keys = {
        "hosts": [f"127.0.0.1:{pbx.tls_port}"],
        "fingerprint": pbx.certificate.fingerprint,
        "username": account,
        **pbx_keys,
    }
    lines = ["[pbx]", *(f"{key} = {json.dumps(value)}" for key, value in keys.items())]
    lines += ["[phone]", 'extension = "7001"', 'devices = ["PJSIP/7001"]', 'context = "internal"']
    lines += ["[dialling]", 'country = "DE"', "timeout_s = 10", ""]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config.toml").write_text("\n".join(lines))
    return folder


class Running:
    """One ``traydial`` process; ``line`` waits for the next JSON line."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self.lines: list[dict[str, object]] = []

    async def line(self, **wanted: object) -> dict[str, object]:
        """Return the next line that has these values; the failure shows what came instead."""
        assert self._process.stdout is not None
        try:
            async with asyncio.timeout(20):
                while raw := await self._process.stdout.readline():
                    self.lines.append(json.loads(raw))
                    if wanted.items() <= self.lines[-1].items():
                        return self.lines[-1]
        except TimeoutError:
            pass
        raise AssertionError(f"no line with {wanted}; instead: {self.lines}")

    def interrupt(self) -> None:
        """Press Ctrl+C."""
        self._process.send_signal(signal.SIGINT)

    async def end(self) -> tuple[int, str]:
        """Return the exit code and what was said on standard error."""
        async with asyncio.timeout(30):
            out, err = await self._process.communicate()
        self.lines += [json.loads(raw) for raw in out.splitlines() if raw.startswith(b"{")]
        return self._process.returncode or 0, err.decode()

    async def output(self) -> tuple[str, str]:
        """Wait for the end and return all that was said."""
        async with asyncio.timeout(30):
            out, err = await self._process.communicate()
        return out.decode(), err.decode()


@contextlib.asynccontextmanager
async def traydial(
    profile: Path,
    *arguments: str,
    secret: str | None = None,
    headless: bool = True,
    typed: str = "",
    **env: str,
) -> AsyncIterator[Running]:
    """Start ``traydial`` with this profile; it is killed if the test leaves it behind."""
    config = (profile / "config.toml").read_text()
    account = config.partition('username = "')[2].partition('"')[0]
    given = {"TRAYDIAL_SECRET": secret_of(account) if secret is None else secret}
    process = await asyncio.create_subprocess_exec(
        PYTHON,
        "-m",
        "traydial",
        *(["--headless"] if headless else []),
        "--profile",
        str(profile),
        *arguments,
        stdin=asyncio.subprocess.PIPE if typed else asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": "desktop", **given, **env},
    )
    if process.stdin is not None:
        process.stdin.write(typed.encode())
    try:
        yield Running(process)
    finally:
        if process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.communicate()


async def run(
    profile: Path, *arguments: str, **kind: str
) -> tuple[int, list[dict[str, object]], str]:
    """Run to the end; return exit code, JSON lines and standard error."""
    async with traydial(profile, *arguments, **kind) as process:
        code, err = await process.end()
        return code, process.lines, err
