"""Builds and owns everything that is visible, and ties it to the calls and the link."""

from collections.abc import Callable, Coroutine, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths

from traydial.domain.calls import Call, Calls
from traydial.domain.connection import Connection
from traydial.domain.diversions import Diversions
from traydial.domain.errors import DesktopError
from traydial.domain.health import Health, News
from traydial.domain.history import Gap, PastCall
from traydial.domain.language import tr
from traydial.domain.numbers import Number, plain, shown
from traydial.domain.presence import Colleagues
from traydial.domain.queues import Queues
from traydial.domain.settings import Problem, Settings
from traydial.domain.store import Store
from traydial.domain.wishes import Question
from traydial.ui.actions import Actions
from traydial.ui.asides import Asides
from traydial.ui.call_card import CallCard
from traydial.ui.card_offers import Do
from traydial.ui.card_stack import CardStack
from traydial.ui.dial_box import DialBox
from traydial.ui.doctor_words import saved_words
from traydial.ui.errands import Errands
from traydial.ui.error_words import Words
from traydial.ui.forwarding import Forwarding
from traydial.ui.hints import ReadableHints
from traydial.ui.keypad import Keypad
from traydial.ui.meaning import Meaning
from traydial.ui.notice import Offer
from traydial.ui.own_windows import OwnWindows
from traydial.ui.queueing import Queueing
from traydial.ui.side_card import SideCard
from traydial.ui.transfer_picker import TransferPicker
from traydial.ui.tray import Tray
from traydial.ui.tray_watch import TrayWatch
from traydial.ui.trayless_window import TraylessWindow
from traydial.ui.words import hotkey_words


class Desk:
    """All windows and the tray icon.

    ``start`` runs a coroutine in the background; ``name_of`` tells what the contacts call a
    number, as far as that is known.
    """

    def __init__(
        self,
        actions: Actions,
        calls: Store[Calls],
        connection: Store[Connection],
        settings: Store[Settings],
        start: Callable[[Coroutine[Any, Any, None]], None],
        problems: list[Problem],
        hotkey_problems: Store[Mapping[str, str]] | None = None,
        colleagues: Store[Colleagues] | None = None,
        diversions: Store[Diversions] | None = None,
        queues: Store[Queues] | None = None,
        name_of: Callable[[str], str] = lambda _: "",
        missed: Store[tuple[PastCall, ...]] | None = None,
        gaps: Store[tuple[Gap, ...]] | None = None,
        health: Store[Health] | None = None,
        locked: Callable[[], frozenset[str]] = frozenset,
    ) -> None:
        self._health = health or Store(Health())
        self._missed = missed or Store[tuple[PastCall, ...]](())
        self._gaps = gaps or Store[tuple[Gap, ...]](())
        self._name_of = name_of
        self._colleagues = colleagues or Store[Colleagues]({})
        self._diversions = diversions or Store(Diversions())
        self._queues = queues or Store[Queues]({})
        self._hotkey_problems = hotkey_problems or Store[Mapping[str, str]]({})
        self._actions, self._start = actions, start
        self._calls, self._connection, self._settings = calls, connection, settings
        self._errands = Errands(start, self.say)
        self._dial_box: DialBox | None = None
        self._picker: SideCard | None = None
        self._closed = False
        self._hints = ReadableHints()
        self.stack = CardStack(actions, start, self.say, self._written, self._pick, self._who)
        self.stack.arranged.connect(self._cards_arranged)
        self.asides = Asides(self.stack)
        self.windows = OwnWindows(
            actions,
            start,
            self.say,
            self._written,
            connection,
            settings,
            self._hotkey_problems,
            problems,
            locked,
        )
        self.tray = Tray(actions, self._written, self._who)
        self.tray_watch = TrayWatch(self._trayless, connection, settings)
        self.forwarding = Forwarding(actions, start, self.say, self._written, self._who, self.tray)
        self.queueing = Queueing(actions, start, self.say, self.tray)
        self.tray.clicked.connect(self._tray_clicked)
        self.tray.dial.connect(self._dial_picked)
        self.tray.dial_number.connect(self._dial)
        self.tray.dial_clipboard.connect(self._dial_clipboard)
        self.tray.fetch.connect(self._fetch)
        self.tray.settings.connect(self.windows.open_settings)
        self.tray.set_up.connect(self.windows.open_assistant)
        self.tray.doctor.connect(self.windows.open_doctor)
        self.tray.save_recent.connect(self._save_recent)
        self.tray.history.connect(lambda: self.windows.open_history())
        self.tray.missed_history.connect(lambda: self.windows.open_history(missed=True))
        self.tray.missed_seen.connect(self._missed_seen)
        self.tray.card.connect(self.stack.reveal)
        self.tray.do.connect(self._do)
        self._ends = [
            calls.subscribe(self._calls_changed),
            connection.subscribe(self._connection_changed),
            settings.subscribe(self._settings_changed),
            self._hotkey_problems.subscribe(self._hotkeys_changed),
            self._colleagues.subscribe(self._colleagues_changed),
            self._diversions.subscribe(self.forwarding.diversions_changed),
            self._queues.subscribe(self.queueing.queues_changed),
            self._missed.subscribe(self._missed_changed),
            self._gaps.subscribe(self._missed_changed),
            self._health.subscribe(self.tray.health_changed),
        ]
        self._settings_changed(settings.value)
        self._connection_changed(connection.value)
        self._calls_changed(calls.value)
        self.forwarding.diversions_changed(self._diversions.value)
        self.queueing.queues_changed(self._queues.value)

    def show(self, *, at_login: bool = False) -> None:
        """Put the tray icon up; where settings are missing still, open them.

        ``at_login``: the desktop itself is starting too.
        """
        self.tray.show()
        self.tray_watch.start(at_login=at_login)
        self.windows.open_wanting()

    def open_dial_box(self, text: str = "") -> None:
        """Open the dial box, or bring it to the front."""
        if self._closed:
            return
        if self._dial_box is None:
            extension = self._settings.value.phone.extension
            self._dial_box = DialBox(self._actions, self._start, self.say, self._written, extension)
            self._dial_box.over.connect(self._close_dial_box)
            self._dial_box.history.connect(self._history_instead)
            self._dial_box.menu.connect(self._menu_beside)
            self._dial_box.connection_changed(self._connection.value)
            self._dial_box.colleagues_changed(self._colleagues.value)
            self._actions.colleagues_wanted()
        self._dial_box.open(text)

    def say(self, error: DesktopError) -> None:
        """Tell an error that belongs to no call, without taking the focus."""
        if not self._closed:
            self.asides.error(error)

    def tell(self, news: News) -> None:
        """Say that something with the phone system is out of order, or in order again."""
        if not self._closed:
            self.asides.news(news)

    def ask(self, question: Question, then: Callable[[Number | None], None]) -> None:
        """Ask before dialling; a question that is still open is replaced."""
        if not self._closed:
            self.asides.ask(question, then)

    def has_tray(self) -> bool:
        """Tell whether the icon can be seen."""
        return self.tray_watch.has_tray()

    def reveal_calls(self) -> None:
        """Show the cards of all calls again."""
        self.stack.reveal()

    def refresh(self) -> None:
        """Show the calls anew: what can be done with them may be another."""
        if not self._closed:
            self._calls_changed(self._calls.value)

    def close(self) -> None:
        """Hide and delete all windows, stop all timers, forget the stores."""
        if self._closed:
            return
        self._closed = True
        self._hints.stop()
        for end in self._ends:
            end()
        self.tray_watch.close()
        self._errands.end()
        self._close_dial_box()
        self.forwarding.close()
        self.queueing.close()
        self._close_picker()
        self.windows.close()
        self.asides.close()
        self.stack.close()
        self.tray.close()

    # -- what changes ---------------------------------------------------------------------------

    def _calls_changed(self, calls: Calls) -> None:
        self.stack.calls_changed(calls)
        self.tray.calls_changed(calls)
        if self._picker is not None:
            call = calls.get(self._picker.key)
            if call is None or not call.alive:
                self._close_picker()  # nobody is left to be moved

    def _missed_changed(self, _: object) -> None:
        self.tray.missed_changed(self._missed.value, self._gaps.value)

    def _connection_changed(self, connection: Connection) -> None:
        self.stack.connection_changed(connection)
        self.tray.connection_changed(connection)
        self.tray_watch.state_changed()
        if self._dial_box is not None:
            self._dial_box.connection_changed(connection)
        self.windows.connection_changed(connection)
        self.forwarding.connection_changed(connection)
        if self._picker is not None:
            self._picker.connection_changed(connection)

    def _colleagues_changed(self, colleagues: Colleagues) -> None:
        if self._dial_box is not None:
            self._dial_box.colleagues_changed(colleagues)
        self.forwarding.colleagues_changed(colleagues)
        if self._picker is not None:
            self._picker.colleagues_changed(colleagues)

    def _settings_changed(self, settings: Settings) -> None:
        self.tray.extension_changed(settings.phone.extension)
        self.tray.set_up_wanted(bool(settings.missing()))
        self.tray_watch.state_changed()
        self.forwarding.extension_changed(settings.phone.extension)
        self.queueing.settings_changed(settings)

    def _hotkeys_changed(self, problems: Mapping[str, str]) -> None:
        if self.windows.settings_dialog is not None:
            self.windows.settings_dialog.show_hotkey_problems(problems)
            return  # they are read there
        told = {why: None for why in problems.values() if why}
        if told:
            self.asides.say(Words(*hotkey_words([*told])), Meaning.ATTENTION)

    # -- what is asked for ----------------------------------------------------------------------

    def _tray_clicked(self) -> None:
        if any(call.alive for call in self._calls.value.values()):
            self.stack.reveal()
        else:
            self.open_dial_box()

    def _history_instead(self) -> None:
        self._close_dial_box()
        self.windows.open_history()

    def _menu_beside(self) -> None:
        if self._dial_box is not None:  # it stays: without a window of ours no menu hears keys
            self.tray.menu.popup(self._dial_box.card().topLeft())

    def _missed_seen(self) -> None:
        self._errands.run(self._actions.missed_seen(), self.say)

    def _dial_picked(self) -> None:
        self.open_dial_box()

    def _dial(self, number: str) -> None:
        self._errands.run(self._actions.dial(number), self.say)

    def _fetch(self, space: str) -> None:
        self._errands.run(self._actions.fetch(space), self.say)

    def _dial_clipboard(self) -> None:
        self._errands.run(self._actions.dial_clipboard(), self.say)

    def _save_recent(self) -> None:
        where = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)

        def saved(file: Path) -> None:
            def show() -> None:
                self._errands.run(self._actions.show_saved(file), self.say)

            look = Offer(tr("Look into it"), "search", show)
            self.asides.say(saved_words(file), Meaning.GO, look)

        self._errands.run(self._actions.save_recent(Path(where)), self.say, saved)

    def _do(self, key: str, do: Do) -> None:
        self.stack.do(key, do)

    def _pick(self, call: Call, do: Do, card: CallCard) -> None:
        self._close_picker()
        if do is Do.KEYPAD:
            self._picker = Keypad(call, card.card(), self._actions, self._start, self.say)
        else:
            self._picker = TransferPicker(
                call,
                card.card(),
                self._actions,
                self._start,
                self.say,
                self._written,
                voicemail=bool(self._settings.value.phone.voicemail),
                notes=self._settings.value.transfer.notes,
            )
            self._actions.colleagues_wanted()
        self._picker.colleagues_changed(self._colleagues.value)
        self._picker.over.connect(self._close_picker)
        self._picker.connection_changed(self._connection.value)
        self._picker.open()

    def _cards_arranged(self) -> None:
        if self._picker is not None:
            card = self.stack.card_of(self._picker.key)
            if card is not None:
                self._picker.card_moved(card.card())

    def _who(self, number: str) -> str:
        """Return whom a number that the phone system dials belongs to."""
        meant = plain(number, self._settings.value.dialling)
        colleague = self._colleagues.value.get(meant)
        if colleague and colleague.name:
            return colleague.name
        return self._name_of(number) or self._written(meant)

    def _written(self, number: str) -> str:
        settings = self._settings.value  # a queue may be a number, and have a name all the same
        return settings.queues.titles.get(number) or shown(number, settings.dialling.country)

    def _trayless(self) -> TraylessWindow:
        window = TraylessWindow(self.tray.menu, self._actions.quit)
        window.dial.connect(self._dial_picked)
        return window

    # -- what goes --------------------------------------------------------------------------------

    def _close_dial_box(self) -> None:
        if self._dial_box is not None:
            self._dial_box.end()
            self._dial_box = None

    def _close_picker(self) -> None:
        if self._picker is not None:
            self._picker.end()
            self._picker = None
