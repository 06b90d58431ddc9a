"""Owns a selection and answers as it is told: ``selection_owner.py SELECTION MANNER TEXT``.

Tells on standard output when it owns it, and each request.
"""

import sys
import time

from Xlib import X, Xatom, display
from Xlib.protocol import event


class Owner:
    def __init__(self, selection, manner, text):
        self._manner, self._text = manner, text
        self._display = display.Display()
        self._window = self._display.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
        self._utf8 = self._display.intern_atom("UTF8_STRING")
        self._incr = self._display.intern_atom("INCR")
        self._window.set_selection_owner(self._display.intern_atom(selection), X.CurrentTime)
        self._display.sync()
        print("owner", flush=True)

    def run(self):
        while True:
            request = self._display.next_event()
            if request.type == X.SelectionClear:
                print("lost", flush=True)
            if request.type == X.SelectionRequest:
                print(self._display.get_atom_name(request.target), flush=True)
                self._answer(request)
                self._display.flush()

    def _answer(self, request):
        kinds = {"latin1": [Xatom.STRING], "picture": []}.get(self._manner, [self._utf8])
        if self._manner.startswith("slow:"):
            time.sleep(float(self._manner.removeprefix("slow:")))
        if self._manner == "vanishes":
            sys.exit()
        given = request.property
        if request.target not in kinds:
            given = X.NONE
        elif self._manner in ("pieces", "stalls"):
            self._in_pieces(request)
            return
        else:
            data = self._text.encode("latin-1" if request.target == Xatom.STRING else "utf-8")
            request.requestor.change_property(given, request.target, 8, data)
        self._notify(request, given)

    def _in_pieces(self, request):
        """Give three bytes at a time, as ICCCM says; stop in the middle if so told."""
        data = self._text.encode()
        asker, place = request.requestor, request.property
        asker.change_attributes(event_mask=X.PropertyChangeMask)
        asker.change_property(place, self._incr, 32, [len(data)])
        self._notify(request, place)
        for start in range(0, len(data) + 3, 3):
            self._taken(asker)
            if self._manner == "stalls" and start > len(data) // 2:
                return
            asker.change_property(place, self._utf8, 8, data[start : start + 3])
            self._display.flush()

    def _taken(self, asker):
        while True:
            told = self._display.next_event()
            ours = told.type == X.PropertyNotify and told.window == asker
            if ours and told.state == X.PropertyDelete:
                return

    @staticmethod
    def _notify(request, given):
        request.requestor.send_event(
            event.SelectionNotify(
                time=request.time,
                requestor=request.requestor,
                selection=request.selection,
                target=request.target,
                property=given,
            )
        )


if __name__ == "__main__":
    Owner(*sys.argv[1:]).run()
