"""Somebody at the keyboard."""

LINE = "the quick brown fox jumps over the lazy dog " * 4
KEYS = LINE[:150]


class Typist:
    """Somebody who types into a terminal."""

    def __init__(self, lab):
        self._lab, self.paper = lab, lab.folder / "typed"
        writes = f"stty raw -echo; exec cat > {self.paper}"
        lab.start(["xterm", "-geometry", "60x10+40+40", "-e", "sh", "-c", writes])
        found = lab.wait(lambda: lab.output("xdotool", "search", "--class", "xterm").split())
        self.window = found[-1]
        lab.wait(self.paper.exists)
        lab.xdo("windowactivate", "--sync", self.window)
        lab.wait(self.has_focus)

    def has_focus(self):
        return self._lab.output("xdotool", "getwindowfocus").strip() == self.window

    def begin(self):
        self._typing = self._lab.start(["xdotool", "type", "--delay", "12", KEYS])

    def typed(self):
        return self.paper.read_text()

    def wait_for(self, count):
        self._lab.wait(lambda: len(self.typed()) >= count)

    def ends_undisturbed(self):
        self._typing.wait(20)
        self._lab.wait(lambda: len(self.typed()) >= len(KEYS), 5)
        assert self.typed() == KEYS
        assert self.has_focus()
