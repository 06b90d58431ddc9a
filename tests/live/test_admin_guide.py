"""What the admin guide says to type makes a phone system that Traydial is let in to."""

import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from tests.live.office import live, settings_for
from tests.pbx.asterisk import Asterisk
from traydial.ami.login import STREAM_LIMIT, logged_in
from traydial.ami.tls import TlsPolicy, fingerprint_of, look_at, open_tls
from traydial.app.core import account_of
from traydial.domain.manager_account import usual
from traydial.domain.privileges import abilities

GUIDE = Path(__file__).parents[2] / "resources" / "docs" / "admin-guide.md"
TEXT = GUIDE.read_text("utf-8")
GENERAL, ACCOUNT, IN_FREEPBX = (
    re.sub(r"(?m)^ +", "", re.search(rf"```ini\n *(\[{head}.*?)```", TEXT, re.DOTALL)[1])
    for head in (r"general\]\n", r"traydial-7001\]", r"general\]\(\+\)")
)
# as FreePBX writes it: what is one's own comes last
FREEPBX = """\
[general]
enabled = yes
bindaddr = 127.0.0.1
#include manager_additional.conf
#include manager_custom.conf
"""
SECRET = "a long random text"
DIALPLAN = "\n".join(re.findall(r"(?m)(?<=`)exten => [^`]+|^(?:exten| same) +=> .*", TEXT))
MAKE_CERTIFICATE = re.search(r"(?m)^    umask 077\n(?:    .*\n)+", TEXT)[0]


class AsInTheGuide(Asterisk):
    """Runs with the guide's ``manager.conf`` and certificate; only paths and ports are others."""

    def __init__(self, version, *, freepbx):
        self.freepbx = freepbx
        super().__init__(version)
        self.make_certificate()

    @property
    def ca_file(self):
        return str(self.dir / "guide/cert.pem")

    def make_certificate(self):
        (self.dir / "guide").mkdir()
        script = MAKE_CERTIFICATE.replace("/etc/asterisk/keys/asterisk.pem", "tls/server.pem")
        script = script.replace("/tmp/", "guide/").replace("pbx.example", "localhost")
        script = re.sub(r" +chown asterisk: .*", "", script)  # Asterisk is the same user here
        subprocess.run(
            ["bash", "-euc", script], cwd=self.dir, check=True, capture_output=True, timeout=60
        )

    def _write_config(self):
        super()._write_config()
        if self.freepbx:
            self._put("manager.conf", FREEPBX)
            self._put("manager_additional.conf", "")
            self._put("manager_custom.conf", f"{IN_FREEPBX}\n{ACCOUNT}")
        else:
            self._put("manager.conf", f"{GENERAL}\n{ACCOUNT}")

        dialplan = self.dir / "etc/extensions.conf"
        dialplan.write_text(f"{dialplan.read_text()}\n[guide]\n{DIALPLAN}\n")

    def _put(self, name, text):
        pem = f"/srv/{self.dir.name}/tls/server.pem"
        text = re.sub(r"/etc/asterisk/keys/\S+", pem, text)
        text = text.replace("0.0.0.0:5039", f"127.0.0.1:{self.tls_port}")
        text = re.sub("(?m)^bindaddr = .*", rf"\g<0>\nport = {self.ami_port}", text)
        text = text.replace("permit = 10.0.0.0/255.0.0.0", "permit = 127.0.0.1/255.255.255.255")
        (self.dir / "etc" / name).write_text(text)


@pytest.mark.parametrize("freepbx", [False, True], ids=["plain", "freepbx"])
def test_its_lines_let_traydial_in(pbx, freepbx):
    async def scenario(guided):
        settings = settings_for(guided, "traydial-7001")
        shown = await look_at(("127.0.0.1", guided.tls_port))
        certificate = fingerprint_of(shown.certificate)
        assert certificate == fingerprint_as_in_the_guide(guided)
        address = ("localhost", guided.tls_port)
        _, writer = await open_tls(address, TlsPolicy(ca_file=guided.ca_file), STREAM_LIMIT)
        writer.transport.abort()
        account = replace(account_of(settings), tls=TlsPolicy(fingerprint=certificate))
        async with logged_in(address, account, SECRET, lambda _: None) as (link, _):
            assert link.booted
            assert {p.ability for p in usual()} <= abilities(link.commands)

    with AsInTheGuide(pbx.version, freepbx=freepbx) as guided:
        live(scenario(guided))
        for command in re.findall(r'asterisk -rx "([^"]+)"|`(database put [^`]+)`', TEXT):
            assert "No such command" not in guided.cli("".join(command))
        names = guided.cli("database show cidname")
        assert re.search(r"/cidname/0301234567 *: Anna Berger", names)
        dialplan = guided.cli("dialplan show guide")
        extensions = re.findall(r"exten => ([^,]+),", DIALPLAN)
        assert len(extensions) >= 4
        assert all(f"'{extension}' =>" in dialplan for extension in extensions)
        tls = f"127.0.0.1:{guided.tls_port}"
        assert re.search(rf"TLS Bindaddress: +{tls}", guided.cli("manager show settings"))


def fingerprint_as_in_the_guide(guided):
    command = re.search(r"(?m)^    (openssl x509 .*-fingerprint)$", TEXT)[1]
    command = command.replace("/etc/asterisk/keys/asterisk.pem", str(guided.dir / "tls/server.pem"))
    done = subprocess.run(command.split(), check=True, capture_output=True, text=True, timeout=60)
    return done.stdout.strip().partition("=")[2]
