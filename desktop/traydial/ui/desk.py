"""Builds and owns everything that is visible, and ties it to the calls and the link."""

from collections.abc import Callable, Coroutine, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import QSystemTrayIcon

from traydial.domain.calls import Call, Calls
from traydial.domain.connection import Connection
from traydial.domain.diversions import Diversions
from traydial.domain.errors import DesktopError, NoSecret
from traydial.domain.health import Health, News
from traydial.domain.history import Gap, PastCall
from traydial.domain.language import tr
from traydial.domain.numbers import Number, plain, shown
from traydial.domain.presence import Colleagues
from traydial.domain.provisioning import Provision
from traydial.domain.queues import Queues
from traydial.domain.settings import Problem, Settings
from traydial.domain.store import Store
from traydial.domain.wishes import Question
from traydial.ui.actions import Actions
from traydial.ui.assistant import Assistant
from traydial.ui.call_card import CallCard
from traydial.ui.card_offers import Do
from traydial.ui.card_stack import CardStack
from traydial.ui.dial_box import DialBox
from traydial.ui.doctor_window import DoctorWindow
from traydial.ui.doctor_words import saved_words
from traydial.ui.errands import Errands
from traydial.ui.error_words import Words, error_words
from traydial.ui.forwarding import Forwarding
from traydial.ui.health_words import news_words
from traydial.ui.hints import ReadableHints
from traydial.ui.history_window import HistoryWindow
from traydial.ui.keypad import Keypad
from traydial.ui.meaning import Meaning
from traydial.ui.notice import Notice, Offer
from traydial.ui.provisioning_window import ProvisioningWindow
from traydial.ui.question_card import QuestionCard
from traydial.ui.queueing import Queueing
from traydial.ui.settings_dialog import SettingsDialog
from traydial.ui.side_card import SideCard
from traydial.ui.transfer_picker import TransferPicker
from traydial.ui.tray import Tray
from traydial.ui.trayless_window import TraylessWindow
from traydial.ui.words import hotkey_words

# a panel may start long after us at login; else it is there, or there is none
TRAY_WITHIN_MS = {True: 60_000, False: 3_000}
LOOK_FOR_TRAY_MS = 5_000
MOST_NOTICES = 3


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
        self._locked = locked
        self._health = health or Store(Health())
        self._missed = missed or Store[tuple[PastCall, ...]](())
        self._gaps = gaps or Store[tuple[Gap, ...]](())
        self._name_of = name_of
        self._colleagues = colleagues or Store[Colleagues]({})
        self._diversions = diversions or Store(Diversions())
        self._queues = queues or Store[Queues]({})
        self._hotkey_problems = hotkey_problems or Store[Mapping[str, str]]({})
        self._actions, self._start, self._problems = actions, start, problems
        self._calls, self._connection, self._settings = calls, connection, settings
        self._errands = Errands(start, self.say)
        self._dial_box: DialBox | None = None
        self._picker: SideCard | None = None
        self._dialog: SettingsDialog | None = None
        self._history: HistoryWindow | None = None
        self._assistant: Assistant | None = None
        self._doctor: DoctorWindow | None = None
        self._offer: ProvisioningWindow | None = None
        self._question: QuestionCard | None = None
        self._notices: list[Notice] = []
        self._closed = False
        self._hints = ReadableHints()
        self.stack = CardStack(actions, start, self.say, self._written, self._pick, self._who)
        self.stack.arranged.connect(self._cards_arranged)
        self.tray = Tray(actions, self._written, self._who)
        self.forwarding = Forwarding(actions, start, self.say, self._written, self._who, self.tray)
        self.queueing = Queueing(actions, start, self.say, self.tray)
        self.tray.clicked.connect(self._tray_clicked)
        self.tray.dial.connect(self._dial_picked)
        self.tray.dial_number.connect(self._dial)
        self.tray.dial_clipboard.connect(self._dial_clipboard)
        self.tray.fetch.connect(self._fetch)
        self.tray.settings.connect(self.open_settings)
        self.tray.set_up.connect(self.open_assistant)
        self.tray.doctor.connect(self.open_doctor)
        self.tray.save_recent.connect(self._save_recent)
        self.tray.history.connect(lambda: self.open_history())
        self.tray.missed_history.connect(lambda: self.open_history(missed=True))
        self.tray.missed_seen.connect(self._missed_seen)
        self.tray.card.connect(self.stack.reveal)
        self.tray.do.connect(self._do)
        self._trayless: TraylessWindow | None = None
        self._tray_check = QTimer()
        self._tray_check.timeout.connect(self._look_for_tray)
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
        if not self.has_tray():
            self._tray_check.start(TRAY_WITHIN_MS[at_login])
        if any(not problem.layer for problem in self._problems):
            self.open_settings()  # what is wrong elsewhere cannot be mended by who sits here
        elif self._settings.value.missing():
            self.open_assistant()

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

    def open_history(self, *, missed: bool = False) -> None:
        """Open the calls that were, or bring them to the front."""
        if self._closed:
            return
        if self._history is None:
            self._history = HistoryWindow(self._actions, self._start, self.say, self._written)
            self._history.over.connect(self._close_history)
            self._history.connection_changed(self._connection.value)
        self._history.open(missed=missed)

    def history_changed(self) -> None:
        """Show what the history has now."""
        if self._history is not None:
            self._history.changed()

    def open_doctor(self) -> None:
        """Look at everything, in a window of its own."""
        if self._closed:
            return
        if self._doctor is None:
            self._doctor = DoctorWindow(self._actions, self._start, self.say)
            self._doctor.over.connect(self._close_doctor)
        self._doctor.open()

    def has_tray(self) -> bool:
        """Tell whether the icon can be seen."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def open_settings(self) -> None:
        """Open the settings, or bring them to the front."""
        if self._closed:
            return
        if self._dialog is None:
            self._dialog = SettingsDialog(
                self._actions,
                self._start,
                self.say,
                self._settings.value,
                self._problems,
                has_password=self._has_password(),
                locked=self._locked(),
            )
            self._dialog.over.connect(self._close_settings)
            self._dialog.saved.connect(self._problems_solved)
            self._dialog.show_hotkey_problems(self._hotkey_problems.value)
        self._dialog.open()

    def open_provision(self, provision: Provision) -> None:
        """Show what a file with settings would change."""
        if self._closed:
            return
        self._close_offer()
        self._offer = ProvisioningWindow(
            self._actions, self._start, self.say, provision, lambda: self._settings.value
        )
        self._offer.over.connect(self._close_offer)
        self._offer.imported.connect(self._imported)
        self._offer.open()

    def open_assistant(self) -> None:
        """Open what leads to the first call, or bring it to the front."""
        if self._closed:
            return
        if self._assistant is None:
            self._assistant = Assistant(
                self._actions,
                self._start,
                self.say,
                self._settings.value,
                has_password=self._has_password(),
                locked=self._locked(),
            )
            self._assistant.over.connect(self._close_assistant)
            self._assistant.file.connect(self._actions.take_settings_file)
        self._assistant.open()

    def say(self, error: DesktopError) -> None:
        """Tell an error that belongs to no call, without taking the focus."""
        self._say(error_words(error), Meaning.END)

    def tell(self, news: News) -> None:
        """Say that something with the phone system is out of order, or in order again."""
        self._say(news_words(news), Meaning.GO if news.is_over else Meaning.ATTENTION)

    def ask(self, question: Question, then: Callable[[Number | None], None]) -> None:
        """Ask before dialling; a question that is still open is replaced."""
        self._close_question()
        if self._closed:
            return
        self._question = card = QuestionCard(question)

        def answered(number: Number | None) -> None:
            if self._question is card:
                self._close_question()
                then(number)

        card.answered.connect(answered)
        self.stack.add_guest(card)
        card.open()

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
        self._tray_check.stop()
        self._errands.end()
        self._close_dial_box()
        self.forwarding.close()
        self.queueing.close()
        self._close_picker()
        self._close_settings()
        self._close_assistant()
        self._close_offer()
        self._close_trayless()
        self._close_history()
        self._close_doctor()
        self._close_question()
        for notice in [*self._notices]:
            self._drop(notice)
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
        self._say_state()
        if self._dial_box is not None:
            self._dial_box.connection_changed(connection)
        if self._history is not None:
            self._history.connection_changed(connection)
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
        self._say_state()
        self.forwarding.extension_changed(settings.phone.extension)
        self.queueing.settings_changed(settings)

    def _hotkeys_changed(self, problems: Mapping[str, str]) -> None:
        if self._dialog is not None:
            self._dialog.show_hotkey_problems(problems)
            return  # they are read there
        told = {why: None for why in problems.values() if why}
        if told:
            self._say(Words(*hotkey_words([*told])), Meaning.ATTENTION)

    # -- what is asked for ----------------------------------------------------------------------

    def _tray_clicked(self) -> None:
        if any(call.alive for call in self._calls.value.values()):
            self.stack.reveal()
        else:
            self.open_dial_box()

    def _history_instead(self) -> None:
        self._close_dial_box()
        self.open_history()

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

            self._say(saved_words(file), Meaning.GO, Offer(tr("Look into it"), "search", show))

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

    # -- what goes --------------------------------------------------------------------------------

    def _close_dial_box(self) -> None:
        if self._dial_box is not None:
            self._dial_box.end()
            self._dial_box = None

    def _close_question(self) -> None:
        if self._question is not None:
            self.stack.remove_guest(self._question)
            self._question.end()
            self._question = None

    def _close_picker(self) -> None:
        if self._picker is not None:
            self._picker.end()
            self._picker = None

    def _close_doctor(self) -> None:
        if self._doctor is not None:
            window, self._doctor = self._doctor, None
            window.end()

    def _close_history(self) -> None:
        if self._history is not None:
            window, self._history = self._history, None
            window.end()

    def _close_settings(self) -> None:
        if self._dialog is not None:
            self._dialog.end()
            self._dialog = None

    def _close_assistant(self) -> None:
        if self._assistant is not None:
            window, self._assistant = self._assistant, None
            window.end()

    def _close_offer(self) -> None:
        if self._offer is not None:
            window, self._offer = self._offer, None
            window.end()

    def _imported(self) -> None:
        """Let no window go on that would write the settings of before."""
        self._close_settings()
        asked = self._assistant is not None
        self._close_assistant()
        if asked:
            self.open_assistant()  # for the password and the rest

    def _has_password(self) -> bool:
        without = isinstance(self._connection.value.problem, NoSecret)
        return bool(self._settings.value.pbx.username) and not without

    def _problems_solved(self) -> None:
        self._problems = []

    def _say(self, words: Words, meaning: Meaning, offer: Offer | None = None) -> None:
        if self._closed or any(notice.words == words for notice in self._notices):
            return
        if len(self._notices) == MOST_NOTICES:
            self._drop(self._notices[0])
        notice = Notice(words, meaning, offer)
        notice.over.connect(self._notice_over)
        self._notices.append(notice)
        self.stack.add_guest(notice)
        notice.show()

    def _notice_over(self) -> None:
        for notice in [*self._notices]:
            if notice.is_over:
                self._drop(notice)

    def _drop(self, notice: Notice) -> None:
        self._notices.remove(notice)
        self.stack.remove_guest(notice)
        notice.end()

    def _look_for_tray(self) -> None:
        if self.has_tray():  # a panel has come
            self._tray_check.stop()
            self._close_trayless()
        elif self._trayless is None:
            self._tray_check.start(LOOK_FOR_TRAY_MS)
            self._trayless = window = TraylessWindow(self.tray.menu, self._actions.quit)
            window.dial.connect(self._dial_picked)
            self._say_state()
            window.show()

    def _say_state(self) -> None:
        if self._trayless is not None:
            extension = self._settings.value.phone.extension
            self._trayless.show_state(self._connection.value, extension)

    def _close_trayless(self) -> None:
        if self._trayless is not None:
            window, self._trayless = self._trayless, None
            window.end()
