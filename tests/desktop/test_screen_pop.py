"""Somebody calls on a real Asterisk, and Chromium shows the page of that customer."""

import contextlib
import functools
import http.server
import json
import os
import signal
import sys
import threading
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.desktop.xlab import XLab
from tests.live.office import live
from tests.live.terminal import write_profile
from tests.pbx.asterisk import Asterisk, secret_of
from tests.pbx.phones import Phones

pytestmark = [pytest.mark.live, pytest.mark.timeout(180)]

TRAYDIAL = [sys.executable, "-m", "traydial"]
CUSTOMERS = {"+49301234567": "Anna Berger", "+49307654321": "Carla Neri"}
CARLA = "Carla Neri"  # as the customer system knows; it gives a link of her own
PAGE = """<!doctype html><meta charset="utf-8"><title>{name}</title><h1>{name}</h1>
<script>
const shown = () => document.querySelector('h1').innerText + '|' + navigator.userAgent
requestAnimationFrame(() => fetch('/shown', {{method: 'POST', body: shown()}}))
</script>"""
BROWSER = """[Desktop Entry]
Type=Application
Name=Chromium
Exec={command} %u
MimeType=x-scheme-handler/http;x-scheme-handler/https;
"""


class Crm:
    """A customer system on this machine; notes what is asked for and what browsers show."""

    def __enter__(self):
        self.asked, self._shown, self._changed = [], [], threading.Condition()
        handler = functools.partial(_Handler, self)
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._server.server_port}/customer"
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def take(self, text):
        with self._changed:
            self._shown.append(text)
            self._changed.notify_all()

    def shows(self, name):
        """Wait until a browser shows this customer; return what it calls itself."""
        with self._changed:
            found = self._changed.wait_for(
                lambda: [text for text in self._shown if text.startswith(f"{name}|")], 60
            )
        assert found, f"never shown: {name}; instead {self._shown}, asked {self.asked}"
        return found[-1].partition("|")[2]


class _Handler(http.server.BaseHTTPRequestHandler):
    def __init__(self, crm, *given):
        self._crm = crm
        super().__init__(*given)

    def do_GET(self):
        parts = urlsplit(self.path)
        query = parse_qs(parts.query)
        phone = query.get("phone", [""])[0]
        if parts.path == "/customer":
            self._crm.asked.append(query)
            name = CARLA if "id" in query else CUSTOMERS.get(phone, "nobody")
            self._answer(PAGE.format(name=name).encode())
        elif parts.path == "/api" and CUSTOMERS.get(phone) == CARLA:
            self._answer(json.dumps({"name": CARLA, "url": f"{self._crm.url}?id=4711"}).encode())
        else:
            self.send_error(404)

    def do_POST(self):
        text = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self._answer(b"")
        self._crm.take(text)

    def _answer(self, body):
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def choose_chromium(lab):
    """Make Chromium the browser of this desktop, as a user does."""
    switches = "--no-sandbox --no-first-run --no-default-browser-check --disable-gpu"
    switches += " --disable-dev-shm-usage --disable-background-networking --disable-sync"
    command = f"chromium {switches} --password-store=basic --user-data-dir={lab.folder}/chromium"
    applications = lab.folder / "home/.local/share/applications"
    applications.mkdir(parents=True)
    (applications / "browser.desktop").write_text(BROWSER.format(command=command))
    for scheme in ("http", "https"):
        lab.run(["xdg-mime", "default", "browser.desktop", f"x-scheme-handler/{scheme}"])


@contextlib.contextmanager
def desktop(folder, pbx, api, **pop):
    """Yield a desktop where the program runs with this customer system and this ``[pop]``."""
    profile = write_profile(folder / "profile", pbx)
    contacts = folder / "contacts.csv"
    contacts.write_text("Anna Berger;030 1234567\n")
    with (profile / "config.toml").open("a") as file:
        file.write(f"[contacts]\nfiles = [{json.dumps(str(contacts))}]\n")
        file.write(f'[crm]\nurl = "{api}?phone={{e164}}"\nlink = "url"\n[pop]\n')
        file.writelines(f"{key} = {json.dumps(value)}\n" for key, value in pop.items())
    with XLab() as lab:
        choose_chromium(lab)
        lab.env |= {"TRAYDIAL_SECRET": secret_of("desk")}
        lab.start([*TRAYDIAL, "--quietly", "--profile", str(profile)])
        lab.wait((profile / "traydial.sock").exists)
        lab.run([*TRAYDIAL, "--profile", str(profile), "status"], timeout=30)
        yield lab
        os.kill(int((profile / "traydial.lock").read_text().split()[0]), signal.SIGTERM)
        lab.wait(lambda: not (profile / "traydial.lock").exists())
        assert " ERROR " not in (profile / "traydial.log").read_text()


@pytest.mark.parametrize("version", ["22", "16"])
def test_chromium_opens_the_page_of_who_calls(tmp_path, version):
    note = tmp_path / "note"
    script = tmp_path / "note.sh"
    script.write_text(f'echo "$1|$2|$3|${{TRAYDIAL_SECRET-no secret}}" >> {note}\n')

    async def scenario(pbx, crm):
        async with Phones("127.0.0.1", pbx.sip_port) as phones:
            me, bob = [await phones.add(n, secret_of(n)) for n in ("7001", "7002")]
            for number, name in CUSTOMERS.items():
                await bob.dial(f"*990{number.removeprefix('+49')}")
                await me.ringing()
                assert "Chrome/" in crm.shows(name)
                await me.decline()
                await bob.idle()

    with (
        Asterisk(version) as pbx,
        Crm() as crm,
        desktop(
            tmp_path,
            pbx,
            crm.url.replace("/customer", "/api"),
            url=f"{crm.url}?phone={{e164}}&name={{name}}",
            when="ring",
            command=["sh", str(script), "{event}", "{name}", "{e164}"],
            command_when="each",
        ) as lab,
    ):
        live(scenario(pbx, crm), 120)
        wanted = [{"phone": ["+49301234567"], "name": ["Anna Berger"]}, {"id": ["4711"]}]
        assert crm.asked == wanted  # each once
        lines = {
            f"{event}|{name}|{number}|no secret"
            for number, name in CUSTOMERS.items()
            for event in ("ring", "end")
        }
        lab.wait(lambda: note.exists() and {*note.read_text().splitlines()} == lines)
