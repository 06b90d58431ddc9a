"""The steps of the assistant: what each asks for, and what makes sure that it is right."""

from collections.abc import Callable, Coroutine, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from traydial.domain.errors import DesktopError
from traydial.domain.language import mark, tr
from traydial.domain.proposals import Proposal, Rang
from traydial.domain.provisioning import LINK
from traydial.domain.settings import Settings
from traydial.ui import look
from traydial.ui.actions import Actions, Check
from traydial.ui.check_line import CheckLine
from traydial.ui.errands import Errand, Errands
from traydial.ui.error_words import Words
from traydial.ui.look import EDGE, GROUP
from traydial.ui.meaning import Meaning
from traydial.ui.notes import Note, Paragraph
from traydial.ui.settings_extras import LinkOpener, LoginStart, TryNumber
from traydial.ui.settings_fields import FieldRow, SecretRow, label_width
from traydial.ui.settings_form import Value, field_of, settings_of
from traydial.ui.settings_pairing import PhonePairing
from traydial.ui.widgets import Button

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Needs:
    """What all steps share. ``values`` are those of all fields, ``secret`` what was typed."""

    actions: Actions
    errands: Errands
    values: dict[str, Value]
    secret: Callable[[], str | None]

    def settings(self) -> Settings:
        """Return the settings as far as they are right."""
        return settings_of(self.values)[0]


class Step(QWidget):
    """``settled`` is emitted when a step turns out right; True where one may go on at once."""

    settled = Signal(bool)
    busy = Signal(bool)
    title = ""
    asks = ""
    places: tuple[str, ...] = ()

    def __init__(self, needs: Needs) -> None:
        super().__init__()
        self.needs = needs
        self.is_settled = False
        self._errand: Errand | None = None
        self._work: object | None = None  # which work is under way
        self.rows: dict[str, FieldRow] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(EDGE)
        self.column.addWidget(Paragraph(tr(self.asks), look.secondary_ink))
        for place in self.places:
            row = self.rows[place] = FieldRow(field_of(place), needs.values[place])
            row.changed.connect(self._changed)
            self.column.addWidget(row)
        self.note = Note()

    def shown(self) -> None:
        """Be turned to."""

    def start(self) -> None:
        """Make sure that it is right: by itself, of what the fields hold."""
        if self.is_right():
            self.settle(at_once=True)

    def stop(self) -> None:
        """Call off what is under way."""
        errand, self._errand = self._errand, None
        if self._work is not None:
            self._work = None
            self.busy.emit(False)
        if errand is not None:
            errand.call_off()

    @property
    def is_busy(self) -> bool:
        """Tell whether something is under way."""
        return self._work is not None

    def run(
        self,
        work: Coroutine[Any, Any, T],
        failed: Callable[[DesktopError], None],
        done: Callable[[T], None],
    ) -> None:
        """Begin work that can be called off; ``failed`` or ``done`` hear of its end."""
        self.stop()
        under_way = self._work = object()
        self.busy.emit(True)

        def is_over() -> bool:
            if self._work is not under_way:
                return False
            self._errand = self._work = None
            self.busy.emit(False)
            return True

        errand = self.needs.errands.run(
            work,
            lambda error: failed(error) if is_over() else None,
            lambda result: done(result) if is_over() else None,
        )
        if self._work is under_way:
            self._errand = errand

    def is_right(self) -> bool:
        """Say below each field what is wrong with it; tell whether nothing is."""
        _, wrong = settings_of(self.needs.values)
        for place, row in self.rows.items():
            missing = (
                "" if self.needs.values[place] or place not in NEEDED else tr("This is needed.")
            )
            row.show_problem(wrong.get(place) or missing)
        first = next((row for row in self.rows.values() if row.problem), None)
        if first is not None:
            first.input.setFocus()
        return first is None

    def settle(self, *, at_once: bool) -> None:
        """Be right."""
        self.is_settled = True
        self.settled.emit(at_once)

    def _changed(self) -> None:
        self.stop()
        self.is_settled = False
        self.needs.values.update({place: row.value for place, row in self.rows.items()})


NEEDED = ("pbx.hosts", "pbx.username", "phone.extension", "phone.context")


class SystemStep(Step):
    """Where the phone system is, and whether its certificate is trusted."""

    title = mark("Your phone system")
    asks = mark(
        "Its address is known to whoever looks after your phones. "
        "If they sent you a link to settings, put it in here."
    )
    places = ("pbx.hosts",)
    file_wanted = Signal()
    link = Signal(str)  # to settings, in place of an address

    def __init__(self, needs: Needs) -> None:
        super().__init__(needs)
        file = Button(tr("I was sent a file…"), "link")
        file.set_tip(tr("Settings that your administrator sent, a file that ends in .traydial"))
        file.clicked.connect(self.file_wanted)
        line = QHBoxLayout()
        line.setContentsMargins(label_width() + GROUP, 0, 0, 0)
        line.addWidget(file)
        line.addStretch(1)
        self.column.addLayout(line)
        self.lines = QVBoxLayout()
        self.lines.setContentsMargins(label_width() + GROUP, 0, 0, 0)
        self.lines.setSpacing(GROUP)
        self.column.addLayout(self.lines)
        self.column.addWidget(self.note)
        self.column.addStretch(1)

    def start(self) -> None:
        """Look for it."""
        typed = str(self.rows["pbx.hosts"].value).strip()
        if typed.startswith(LINK):
            self.rows["pbx.hosts"].set_text("")  # what lies there has the address
            self.link.emit(typed)
            return
        if not self.is_right():
            return
        self._clear()

        def failed(error: DesktopError) -> None:
            self._report(Check(False, tr("Phone system"), error))

        def done(well: bool) -> None:
            if well:
                self.settle(at_once=False)  # the certificate is to be seen

        work = self.needs.actions.find_phone_system(self.needs.settings(), self._report)
        self.run(work, failed, done)

    def _report(self, check: Check) -> None:
        line = CheckLine(check)
        line.trusted.connect(self._trust)
        self.lines.addWidget(line)

    def _trust(self, fingerprint: str) -> None:
        self.needs.values["pbx.fingerprint"] = fingerprint
        self.start()

    def _changed(self) -> None:
        super()._changed()
        self.needs.values["pbx.fingerprint"] = ""  # another system has another certificate
        self._clear()

    def _clear(self) -> None:
        while (item := self.lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()


class SignInStep(Step):
    """The account."""

    title = mark("Your account")
    asks = mark("The user name and password that your administrator made for Traydial.")
    places = ("pbx.username",)
    proposed = Signal(object)

    def __init__(self, needs: Needs) -> None:
        super().__init__(needs)
        self.secret = SecretRow(
            tr("Password"), tr("Kept in the keyring of this computer, nowhere else.")
        )
        self.secret.input.setPlaceholderText("")
        self.secret.input.textEdited.connect(self._changed)
        self.column.addWidget(self.secret)
        self.column.addWidget(self.note)
        self.column.addStretch(1)

    def start(self) -> None:
        """Sign in."""
        self.note.clear()
        if not self.is_right():
            return
        work = self.needs.actions.sign_in(self.needs.settings(), self.needs.secret())
        self.run(work, self.note.explain, self._done)

    def _done(self, proposal: Proposal) -> None:
        self.proposed.emit(proposal)
        self.settle(at_once=True)


class PhoneStep(Step):
    """Which phone rings first when one dials."""

    title = mark("Your phone")
    asks = mark("It rings first when you dial; the other party is called when you pick up.")
    places = ("phone.extension", "phone.context", "phone.devices")

    def __init__(self, needs: Needs) -> None:
        super().__init__(needs)
        self.pairing = PhonePairing(needs.actions, needs.errands, self._to_pair, self._row)
        self.column.insertWidget(1, self.pairing)
        self.column.addStretch(1)

    def propose(self, proposal: Proposal) -> None:
        """Fill in what is likely, where nothing was typed, and offer the others."""
        likely = proposal.likely
        if likely is not None and not self.needs.values["phone.extension"]:
            self._row("phone.extension").set_text(likely.extension)
        known = [*([likely] if likely else []), *proposal.others]
        context = next((phone.context for phone in known if phone.context), "")
        if context and not self.needs.values["phone.context"]:
            self._row("phone.context").set_text(context)
        field = self._row("phone.extension").input
        if isinstance(field, QLineEdit) and known:
            offers = QCompleter([phone.extension for phone in known], field)
            offers.setFilterMode(Qt.MatchFlag.MatchContains)
            field.setCompleter(offers)

    def stop(self) -> None:
        super().stop()
        self.pairing.stop()

    def _row(self, place: str) -> FieldRow:
        return self.rows[place]

    def _to_pair(self) -> tuple[Settings, str | None]:
        return self.needs.settings(), self.needs.secret()


class NumbersStep(Step):
    """How numbers are written and dialled here."""

    title = mark("Numbers")
    asks = mark("How numbers outside are written and dialled at your place.")
    places = ("dialling.country", "dialling.area_code", "dialling.outside_prefix")

    def __init__(self, needs: Needs) -> None:
        super().__init__(needs)
        self.trial = TryNumber(lambda: needs.settings().dialling)
        self.column.addWidget(self.trial)
        self.column.addStretch(1)
        for row in self.rows.values():
            row.changed.connect(self.trial.refresh)

    def shown(self) -> None:
        """Propose the country that the system is set to."""
        row = self.rows["dialling.country"]
        if not row.value:
            row.set_text(QLocale.territoryToCode(QLocale.system().territory()))


_CAME_OF_IT = {
    Rang.ANSWERED: (Words(mark("Your phone rang and you picked up: it works.")), Meaning.GO),
    Rang.UNANSWERED: (
        Words(
            mark("Nobody picked up."), mark("Did your phone ring? If not, go back to Your phone.")
        ),
        Meaning.ATTENTION,
    ),
    Rang.UNREACHED: (
        Words(
            mark("Your phone could not be rung."),
            mark("Look whether it is switched on and not busy."),
        ),
        Meaning.END,
    ),
}


class TryStep(Step):
    """Rings the phone, and offers to open links and to start at login."""

    title = mark("Try it")
    asks = mark("Nothing here has to be done now; the settings offer all of it again.")

    def __init__(self, needs: Needs) -> None:
        super().__init__(needs)
        self.ring = Button(tr("Ring my phone"), "phone-call")
        self.ring.clicked.connect(self._ring)
        line = QHBoxLayout()
        line.setContentsMargins(label_width() + GROUP, 0, 0, 0)
        line.addWidget(self.ring)
        line.addStretch(1)
        self.column.addLayout(line)
        inset = QHBoxLayout()
        inset.setContentsMargins(label_width() + GROUP, 0, 0, 0)
        inset.addWidget(self.note)
        self.column.addLayout(inset)
        self.links = LinkOpener(needs.actions, needs.errands)
        self.login = LoginStart(needs.actions, needs.errands)
        self.column.addWidget(self.links)
        self.column.addWidget(self.login)
        self.column.addStretch(1)
        self.is_settled = True

    def shown(self) -> None:
        """Look how things are now."""
        self.links.refresh()
        self.login.refresh()

    def stop(self) -> None:
        if self.is_busy:
            super().stop()
            self.note.clear()
            self.ring.say(tr("Ring my phone"), "phone-call")

    def _ring(self) -> None:
        if self.is_busy:
            self.stop()
            return

        def tell(_: str) -> None:
            self.note.show_words(Words(tr("Your phone rings. Pick it up.")), None)

        def failed(error: DesktopError) -> None:
            self.ring.say(tr("Ring once more"), "rotate-cw")
            self.note.explain(error)

        def done(rang: Rang) -> None:
            self.ring.say(tr("Ring once more"), "rotate-cw")
            self.note.show_words(*_CAME_OF_IT[rang])

        self.ring.say(tr("Stop"), "x")
        self.note.show_words(Words(tr("One moment…")), None)
        work = self.needs.actions.ring_phone(self.needs.settings(), self.needs.secret(), tell)
        self.run(work, failed, done)


def steps(needs: Needs) -> Iterable[Step]:
    """Return all steps in their order."""
    return (step(needs) for step in (SystemStep, SignInStep, PhoneStep, NumbersStep, TryStep))
