"""Real browsers on a desktop of their own, and a page whose whole area is one link.

The page tells what happens to it, so that nobody has to look at the screen: it is painted, it
is clicked, it loses the keyboard (to a dialog of the browser) and gets it back.
"""

import functools
import html
import http.server
import json
import threading
import time

LOADED_WITHIN_S = 60.0
DIALOG_WITHIN_S = 15.0
LOOK_S = 1.2  # a dialog does not obey at once: nobody is to confirm it by a key meant for the page
OBEYED_WITHIN_S, PATIENCE = 4.0, 3

_PAGE = """<!doctype html><title>Contacts</title>
<style>body {{ margin: 0 }} a {{ position: fixed; inset: 0 }}</style>
<a href="{link}">Call</a>
<script>
const say = what => fetch('/said/' + what, {{method: 'POST', keepalive: true}})
addEventListener('blur', () => say('blur'))
addEventListener('focus', () => say('focus'))
addEventListener('mousemove', () => say('pointer'), {{once: true}})
document.querySelector('a').addEventListener('click', e => say(e.isTrusted ? 'click' : 'fake'))
requestAnimationFrame(() => requestAnimationFrame(() => say('painted')))
</script>
"""


_FIREFOX_PREFS = {
    "app.normandy.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "security.dialog_enable_delay": 0,  # its buttons obey at once
    "termsofuse.bypassNotification": True,
}


class Page:
    """Serves one link on a free port, from ``with`` to its end."""

    def __init__(self, link):
        self._text = _PAGE.format(link=html.escape(link)).encode()
        self._said = []
        self._changed = threading.Condition()

    def __enter__(self):
        handler = functools.partial(_Handler, self._text, self._take)
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._server.server_port}/"
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _take(self, what):
        with self._changed:
            self._said.append(what)
            self._changed.notify_all()

    def says(self, what, count=1, seconds=DIALOG_WITHIN_S):
        """Wait until the page has said it so many times; tell whether it did."""
        with self._changed:
            return self._changed.wait_for(lambda: self.count(what) >= count, seconds)

    def wait(self, what, count=1, seconds=DIALOG_WITHIN_S):
        """Wait until the page has said it so many times."""
        so = self.says(what, count, seconds)
        assert so, f"no {what} no. {count} within {seconds} s: {self._said}"

    def count(self, what):
        """Tell how often the page has said it."""
        return self._said.count(what)


class _Handler(http.server.BaseHTTPRequestHandler):
    def __init__(self, text, take, *given):
        self._text, self._take = text, take
        super().__init__(*given)

    def do_GET(self):
        self._answer(self._text if self.path == "/" else b"")

    def do_POST(self):
        self._answer(b"")
        self._take(self.path.removeprefix("/said/"))

    def _answer(self, text):
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *_):
        pass


class Browser:
    """One window that shows a page; it has a profile of its own and knows no policies."""

    def __init__(self, lab):
        self._lab = lab
        self._profile = lab.folder / type(self).__name__.lower()
        self._profile.mkdir()

    def open(self, page):
        """Start it and wait until the page can be clicked."""
        self._lab.start(self._command(page.url), env={"MOZ_CRASHREPORTER_DISABLE": "1"})
        page.wait("painted", seconds=LOADED_WITHIN_S)

    def click(self, page):
        """Click the link, and answer what the browser asks as a person would, by keyboard."""
        self._point(page)
        self._lab.xdo("click", 1)
        page.wait("click")
        for number, tabs in enumerate(self._tabs, start=1):
            page.wait("blur", number)  # a dialog is up and has the keyboard
            time.sleep(LOOK_S)
            back = page.count("focus") + 1
            self._lab.xdo("key", "--delay", 60, *["Tab"] * tabs)
            for _ in range(PATIENCE):
                self._lab.xdo("key", "Return")
                if page.says("focus", back, OBEYED_WITHIN_S):  # the page has the keyboard again
                    break
            else:
                raise AssertionError(f"dialog no. {number} does not obey")

    def _point(self, page):
        """Move the pointer onto the link; a window that has just come does not feel it yet."""
        for step in range(50):
            self._lab.xdo("mousemove", 500 + step, 450)
            if page.says("pointer", seconds=0.3):
                return
        raise AssertionError("the page feels no pointer")


class Chromium(Browser):
    """Asks once: Open Traydial? The keyboard is on Cancel. Runs ``xdg-open``."""

    _tabs = (1,)

    def _command(self, url):
        return [
            "chromium",
            "--no-sandbox",  # the tests may run as root
            "--no-first-run",
            "--no-default-browser-check",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-dev-shm-usage",
            "--disable-gpu",
            "--disable-sync",
            "--password-store=basic",
            "--window-position=0,0",
            "--window-size=1000,700",
            f"--user-data-dir={self._profile}",
            url,
        ]


class Firefox(Browser):
    """Asks whether the site may, then with which program; uses GIO, and so the session bus."""

    _tabs = (2, 3)  # to "Choose Application", to "Open Link"

    def _command(self, url):
        lines = (f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in _FIREFOX_PREFS.items())
        (self._profile / "user.js").write_text("\n".join(lines))
        size = ("--width", "1000", "--height", "700")
        return ["firefox-esr", "--no-remote", "--profile", str(self._profile), *size, url]
