"""A real Asterisk with people at their phones, to try the program on: ``make pbx``."""

import asyncio
import signal
import sys
import tempfile
from pathlib import Path

from tests.pbx.asterisk import HOST, Asterisk, secret_of
from tests.pbx.phones import Phone, Phones
from tests.pbx.provision import ProvisionError

CONFIG = """\
[pbx]
hosts = ["{host}:{port}"]
fingerprint = "{fingerprint}"
username = "desk"

[phone]
extension = "7001"
devices = ["PJSIP/7001"]
context = "internal"

[dialling]
country = "DE"
"""
TEXT = """\
Asterisk {version} runs. Its config.toml, kept in {profile}:

{config}
In another terminal:

    TRAYDIAL_SECRET={secret} .venv/bin/traydial --profile {profile}

7001 is yours, it answers after 2 s. 7002 Bob answers after 2 s, 7003 Anna only rings, 7004 Dora is
busy, 7005 is nobody's. 7100 is a ring group, 7200 a queue, 7400 an echo, 7999 does not exist.
Have Bob call you by pressing Enter; end with Ctrl+C. Recordings are in
{recordings}
"""


async def play(version: str) -> None:
    done = asyncio.Event()
    loop = asyncio.get_running_loop()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the phones inherit it: Ctrl+C is ours alone
    with Asterisk(version) as pbx, tempfile.TemporaryDirectory(prefix="traydial-pbx-") as profile:
        async with Phones(HOST, pbx.sip_port) as phones:
            await phones.add("7001", secret_of("7001"), answer_after=2, waiting=True)
            bob = await phones.add("7002", secret_of("7002"), answer_after=2, waiting=True)
            await phones.add("7003", secret_of("7003"), waiting=True)
            await phones.add("7004", secret_of("7004"), reject=486)
            for name in (signal.SIGINT, signal.SIGTERM):
                loop.add_signal_handler(name, done.set)
            config = CONFIG.format(
                host=HOST, port=pbx.tls_port, fingerprint=pbx.certificate.fingerprint
            )
            (Path(profile) / "config.toml").write_text(config)
            print(
                TEXT.format(
                    version=version, profile=profile, config=config, secret=secret_of("desk"),
                    recordings=pbx.recordings,
                ),
                flush=True,
            )  # fmt: skip
            calls = asyncio.create_task(_calls_on_enter(bob))
            await done.wait()
            calls.cancel()
            await asyncio.gather(calls, return_exceptions=True)


async def _calls_on_enter(bob: Phone) -> None:
    """Have Bob call, or hang up what he has."""
    if not sys.stdin.isatty():
        return
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while await reader.readline():
        try:
            await (bob.hangup() if bob.calls else bob.dial("7001"))
        except AssertionError as error:  # the call ended in this very moment
            print(error)


def main() -> int:

    try:
        asyncio.run(play(sys.argv[1] if len(sys.argv) > 1 else "22"))
    except ProvisionError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
