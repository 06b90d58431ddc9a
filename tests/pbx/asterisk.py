"""One real Asterisk, run from its root in a folder of its own, on free ports of 127.0.0.1."""

import os
import random
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass, fields
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.pbx import certificates
from tests.pbx.certificates import Certificate
from tests.pbx.provision import as_root, provision

CONF = Path(__file__).parent / "conf"
HOST = "127.0.0.1"
ACCOUNTS = ("desk", "full", "calls", "own", "own_other", "narrow", "watcher", "noorig", "tidy")
EXTENSIONS = ("7001", "7002", "7003", "7004", "7005", "7006", "7007", "7008")
SECRETS = {name: f"{name}-secret" for name in (*ACCOUNTS, *EXTENSIONS)}
MODULES = {
    "22": "/usr/lib/x86_64-linux-gnu/asterisk/modules",
    "16": "/usr/lib/asterisk/modules",
}
OWN_FILTER = {  # 16 does not know the cheap form
    "22": "eventfilter(header({header}),method(starts_with)) = {device}-",
    "16": "eventfilter = {header}: {device}-",
}
PORTS = range(10000, 20000)  # below what the kernel hands out: nobody takes one during a restart
START_WITHIN = 20.0


def secret_of(account: str) -> str:
    """Return the AMI secret of an account of ``conf/manager.conf``."""
    return SECRETS[account]


class AsteriskError(Exception):
    """Asterisk did not start, stop or obey."""


@dataclass(frozen=True, slots=True)
class Ports:
    """``ami`` is the plain one, ``http`` is for AJAM, ``old_sip`` for chan_sip."""

    ami: int
    ami_tls: int
    http: int
    sip: int
    old_sip: int
    iax: int

    @classmethod
    def free(cls) -> Self:
        """Find some that nobody uses now."""
        found: list[int] = []
        with ExitStack() as held:
            while len(found) < len(fields(cls)):
                port = random.choice(PORTS)
                tcp = held.enter_context(socket.socket())
                udp = held.enter_context(socket.socket(type=socket.SOCK_DGRAM))
                try:
                    tcp.bind((HOST, port))
                    udp.bind((HOST, port))
                except OSError:
                    continue
                found.append(port)
        return cls(*found)


class Asterisk:
    """``with Asterisk("22") as pbx:`` starts one and takes everything away at the end."""

    conf = CONF

    def __init__(self, version: str = "22", ports: Ports | None = None) -> None:
        self.version = version
        (self._root,) = provision([version])
        self._own_ports = ports is None
        self.ports = ports or Ports.free()
        self.dir = Path(tempfile.mkdtemp(prefix="pbx-", dir=self._root / "srv"))
        self._process: subprocess.Popen[bytes] | None = None
        for folder in ("etc", "log", "spool/monitor", "tls"):
            (self.dir / folder).mkdir(parents=True)
        self.use_certificate("good", restart=False)

    def __enter__(self) -> Self:
        try:
            return self.start()
        except BaseException:
            self.close()
            raise

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def ami_port(self) -> int:
        """The plain one."""
        return self.ports.ami

    @property
    def tls_port(self) -> int:
        return self.ports.ami_tls

    @property
    def sip_port(self) -> int:
        return self.ports.sip

    @property
    def recordings(self) -> Path:
        """Where MixMonitor writes relative names."""
        return self.dir / "spool/monitor"

    @property
    def documentation(self) -> Path:
        """What this version says about its actions and events, as XML."""
        return self._root / "usr/share/asterisk/documentation/core-en_US.xml"

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def use_certificate(self, kind: str, restart: bool = True) -> Certificate:
        """Serve AMI over TLS with another of ``certificates.KINDS``; takes a restart."""
        self.certificate = certificates.make(self.dir / "tls", kind)
        shutil.copy(self.certificate.pem, self.dir / "tls/server.pem")
        if restart:
            self.restart()
        return self.certificate

    def start(self) -> Self:
        """Start and wait until it is fully booted."""
        for attempt in range(3):
            self._write_config()
            log = (self.dir / "log/console").open("ab")
            with log:
                self._process = subprocess.Popen(
                    self._command("-f"),
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    process_group=0,  # Ctrl+C is for us, not for it
                )
            if self._wait_booted():
                return self
            self.kill()
            if not self._own_ports or attempt == 2:
                break
            self.ports = Ports.free()  # somebody was quicker
        raise AsteriskError(f"Asterisk {self.version} did not start:\n{self.log()[-3000:]}")

    def stop(self) -> None:
        """Stop it as an admin does: clients get a Shutdown event."""
        if self._process is None:
            return
        if (pid := self._pid()) is not None:
            os.kill(pid, signal.SIGCONT)  # a frozen one would not listen
            self.cli("core stop now", check=False)
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self.kill()
        self._process = None

    def kill(self) -> None:
        """End it without a word, as a power cut does."""
        if self._process is None:
            return
        pid = self._pid()
        if pid is not None:
            os.kill(pid, signal.SIGKILL)
        else:
            self._process.kill()
        self._process.wait(10)
        self._process = None

    def restart(self) -> None:
        self.stop()
        self.start()

    def freeze(self) -> None:
        """Stop answering with every connection open, until ``thaw``."""
        os.kill(self._need_pid(), signal.SIGSTOP)

    def thaw(self) -> None:
        os.kill(self._need_pid(), signal.SIGCONT)

    def close(self) -> None:
        """Stop it and remove its folder."""
        self.stop()
        shutil.rmtree(self.dir, ignore_errors=True)

    def cli(self, command: str, check: bool = True) -> str:
        """Run a command of Asterisk's command line, return what it printed."""
        done = subprocess.run(
            self._command("-rx", command), capture_output=True, text=True, check=False, timeout=20
        )
        if check and done.returncode != 0:
            raise AsteriskError(f"{command!r} failed: {done.stdout}{done.stderr}")
        return done.stdout

    def log(self) -> str:
        """Return what it said: warnings and errors."""
        texts = [self.dir / "log/console", self.dir / "log/messages.log"]
        return "".join(t.read_text(errors="replace") for t in texts if t.exists())

    def _command(self, *arguments: str) -> list[str]:
        inside = f"/srv/{self.dir.name}/etc/asterisk.conf"
        user = f"--userspec={os.geteuid()}:{os.getegid()}"  # its files are ours, without sudo too
        return as_root("chroot", user, self._root, "asterisk", "-C", inside, *arguments)

    def _write_config(self) -> None:
        values = self._values()
        for template in self.conf.glob("*.conf"):
            text = re.sub(r"<<(\w+)>>", lambda m: values[m[1]], template.read_text())
            (self.dir / "etc" / template.name).write_text(text)

    def _values(self) -> dict[str, str]:
        return {
            "dir": f"/srv/{self.dir.name}",
            "modules": MODULES[self.version],
            "own_filters": _filters(self.version, "PJSIP/7001"),
            "own_other_filters": _filters(self.version, "IAX2/7006", "SIP/7007"),
            "ami_port": str(self.ports.ami),
            "ami_tls_port": str(self.ports.ami_tls),
            "http_port": str(self.ports.http),
            "sip_port": str(self.ports.sip),
            "old_sip_port": str(self.ports.old_sip),
            "iax_port": str(self.ports.iax),
        }

    def _wait_booted(self) -> bool:
        until = time.monotonic() + START_WITHIN
        control = self.dir / "asterisk.ctl"
        while self.running and time.monotonic() < until:
            if control.exists() and "fully booted" in self.cli("core waitfullybooted", check=False):
                return self._listens()
            time.sleep(0.02)  # there is no event for a socket that appears
        return False

    def _listens(self) -> bool:
        try:
            for port in (self.ports.ami, self.ports.ami_tls, self.ports.http):
                socket.create_connection((HOST, port), timeout=2).close()
        except OSError:
            return False
        return "loopback" in self.cli("pjsip show transports")

    def _pid(self) -> int | None:
        try:
            return int((self.dir / "asterisk.pid").read_text()) if self.running else None
        except (OSError, ValueError):
            return None

    def _need_pid(self) -> int:
        if (pid := self._pid()) is None:
            raise AsteriskError("Asterisk is not running.")
        return pid


def _filters(version: str, *devices: str) -> str:
    lines = [
        OWN_FILTER[version].format(header=header, device=device)
        for device in devices
        for header in ("Channel", "DestChannel")
    ]
    return "\n".join(lines)
