"""One real Asterisk on loopback, with phones 7001 to 7005, in a private folder of its root."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from string import Template
from types import TracebackType

from tests.pbx.certificates import Certificate, make
from tests.pbx.provision import provide

CONF = Path(__file__).with_name("conf")
MODULES = {
    "22": "/usr/lib/x86_64-linux-gnu/asterisk/modules",
    "16": "/usr/lib/asterisk/modules",
}
PEOPLE = {
    "7001": "Me",
    "7002": "Bob",
    "7003": "Anna Berger",
    "7004": "Dora",
    "7005": "Emil",
}
# how an account is held to one extension: the new form is cheap, the old one all that 16 has
OWN_FILTER = {
    "22": "eventfilter(header(Channel),method(starts_with)) = PJSIP/7001-\n"
    "eventfilter(header(DestChannel),method(starts_with)) = PJSIP/7001-\n",
    "16": "eventfilter = Channel: PJSIP/7001-\neventfilter = DestChannel: PJSIP/7001-\n",
}
START_WITHIN_S = 30.0


class Asterisk:
    """Start with ``start`` or as a context manager; ``restart`` keeps ports and config."""

    def __init__(self, version: str) -> None:
        self.version = version
        self._root = provide(version)
        self._process: subprocess.Popen[bytes] | None = None
        (self._root / "tmp").mkdir(exist_ok=True)
        self._folder = Path(tempfile.mkdtemp(prefix="pbx-", dir=self._root / "tmp"))
        self._inside = f"/tmp/{self._folder.name}"  # the same folder, seen from within the root
        self.ami_port, self.tls_port = _free_port(), _free_port()
        self.sip_port = _free_port(socket.SOCK_DGRAM)
        for part in ("etc", "db", "spool", "run", "log"):
            (self._folder / part).mkdir()
        self.certificate = self.use_certificate()
        self._configure()

    @property
    def recordings(self) -> Path:
        """The folder where MixMonitor puts files."""
        return self._folder / "spool" / "monitor"

    @property
    def documentation(self) -> Path:
        """The XML documentation of this version's actions and events."""
        return self._root / "usr/share/asterisk/documentation/core-en_US.xml"

    def use_certificate(self, name: str = "localhost", **kind: int) -> Certificate:
        """Have the TLS port show a new certificate, from the next start or ``reload_tls`` on."""
        self.certificate = make(self._folder / "tls", name, **kind)
        shutil.copy(self.certificate.pem, self._folder / "etc" / "server.pem")
        return self.certificate

    def start(self) -> None:
        """Start and wait until it is fully booted."""
        chroot = [] if os.geteuid() == 0 else ["sudo", "-n"]
        self._log = (self._folder / "log" / "console").open("wb")
        self._process = subprocess.Popen(
            [*chroot, "chroot", str(self._root), "asterisk", "-f", "-C", self._conf],
            stdin=subprocess.DEVNULL,
            stdout=self._log,
            stderr=subprocess.STDOUT,
            env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8"},
            start_new_session=True,
        )
        deadline = time.monotonic() + START_WITHIN_S
        while "fully booted" not in self.cli("core waitfullybooted").lower():
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"Asterisk {self.version} did not start:\n{self.log()}")
            time.sleep(0.05)  # its control socket is not there yet

    def stop(self) -> None:
        """Stop at once, calls and all."""
        if self._process is None:
            return
        self.cli("core stop now")
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self.kill()
        self._process = None
        self._log.close()

    def kill(self) -> None:
        """Kill it the hard way, as a crash would."""
        if self._process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait(10)
            self._process = None
            self._log.close()

    def restart(self) -> None:
        """Stop and start again on the same ports."""
        self.stop()
        self.start()

    def cli(self, command: str) -> str:
        """Run a command on Asterisk's console and return what it prints."""
        done = subprocess.run(
            ["chroot", str(self._root), "asterisk", "-C", self._conf, "-rx", command],
            capture_output=True,
            text=True,
            check=False,
            timeout=30,
        )
        return done.stdout + done.stderr

    def log(self) -> str:
        """Return what it logged, for messages of failing tests."""
        files = [self._folder / "log" / "console", self._folder / "log" / "messages"]
        return "\n".join(f.read_text(errors="replace")[-3000:] for f in files if f.exists())

    def close(self) -> None:
        """Stop and remove its folder."""
        self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    def __enter__(self) -> "Asterisk":
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def _conf(self) -> str:
        return f"{self._inside}/etc/asterisk.conf"

    def _configure(self) -> None:
        rtp = 20000 + (self.sip_port % 200) * 200
        values = {
            "dir": self._inside,
            "modules": MODULES[self.version],
            "ami_port": self.ami_port,
            "tls_port": self.tls_port,
            "sip_port": self.sip_port,
            "rtp_start": rtp,
            "rtp_end": rtp + 199,
            "own_filter": OWN_FILTER[self.version],
            "phones": "\n".join(_phone(number, name) for number, name in PEOPLE.items())
            + _phone("7009", "Nobody"),
        }
        for template in CONF.glob("*.conf"):
            text = Template(template.read_text()).substitute(values)
            (self._folder / "etc" / template.name).write_text(text)


def secret_of(account: str) -> str:
    """Return the AMI secret of an account of ``manager.conf``, or of a phone."""
    return f"{account}-secret"


def _phone(number: str, name: str) -> str:
    return f"""
[{number}](phone)
auth = {number}
aors = {number}
callerid = "{name}" <{number}>

[{number}](login)
username = {number}
password = {secret_of(number)}

[{number}](contact)
"""


def _free_port(kind: int = socket.SOCK_STREAM) -> int:
    with socket.socket(socket.AF_INET, kind) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
