"""The scenes of the screenshots, and the studio that takes them."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QEventLoop,
    QIODevice,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from tests.ui.people import NOW, Office, incoming, outgoing, talking
from traydial.domain.calls import Cause, Direction, Phase, Recording
from traydial.domain.connection import Connection, Link
from traydial.domain.contacts import Contact
from traydial.domain.diversions import Diversions, Forward
from traydial.domain.errors import (
    CertificateFault,
    CertificateNotTrusted,
    ConnectFailed,
    ForwardsBack,
    NoSuchNumber,
    NotPermitted,
    PhoneDoesNotLift,
    PhoneNotRegistered,
    TargetEngaged,
)
from traydial.domain.health import Ailment, News, Part
from traydial.domain.history import Gap, PastCall
from traydial.domain.language import mark, tr
from traydial.domain.numbers import Number, numbers_in, understand
from traydial.domain.onward import Onward, Stage
from traydial.domain.pairing import PhoneFound, ToDial
from traydial.domain.presence import Colleague, Presence
from traydial.domain.privileges import Ability
from traydial.domain.proposals import OwnPhone, Proposal, Rang
from traydial.domain.provisioning import provision
from traydial.domain.queues import Caller, Member, Queue
from traydial.domain.remembered import Remembered
from traydial.domain.setting_layers import Layered
from traydial.domain.settings import DialSettings, RecordingSettings, Settings
from traydial.domain.wishes import Question, Source
from traydial.ui.actions import Check, SourceAnswer
from traydial.ui.card_offers import Do
from traydial.ui.error_words import Words
from traydial.ui.fault_window import FaultWindow
from traydial.ui.floating import Floating
from traydial.ui.settings_form import page_of
from traydial.ui.tray_icon import DARK, LIGHT, draw
from traydial.ui.tray_presenter import Glyph, TrayFace

GROUNDS = {"light": QColor("#c9d3dc"), "dark": QColor("#2b3138")}
ROOM = 24
REFUSED = "the directory refuses user name or password (invalidCredentials)"
FAULT = """\
Traydial 0.1.0, Python 3.11.7, Qt 6.9.1
Linux-6.1.0-x86_64-with-glibc2.36, xcb XFCE
2026-11-23 14:02 +0100

2 times:
2026-11-23 14:01:58,310 ERROR traydial: in the background
Traceback (most recent call last):
  File "traydial/services/phone.py", line 214, in dial
    device = await self._devices.that_rings(session)
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  File "traydial/services/own_devices.py", line 88, in that_rings
    return self.known[0]
           ~~~~~~~~~~^^^
IndexError: list index out of range, dialling …67"""
NOTE = "Wants a copy of the March invoice, number 4711; has called twice already."
IN = Direction.IN
RECORDED = {
    "recording": "traydial/2025-10-09-08-18-20-in-7001-0033123456789.wav",
    "recorded": True,
    "note": "Wants a new offer by Friday; call back on the mobile.",
}
FINGERPRINT = ":".join(["9A", "3F", "07", "C2"] * 8)


class Studio:
    """Takes a picture of every window a scene opens, on a plain ground."""

    def __init__(self, app, scheme, folder, suffix):
        self._app, self._scheme, self._folder, self._suffix = app, scheme, folder, suffix
        dark = scheme == "dark"
        app.setPalette(palette_of(dark))
        self.settle(100)

    @property
    def dark(self):
        return self._scheme == "dark"

    def settle(self, ms=250):
        loop = QEventLoop()
        QTimer.singleShot(ms, loop.quit)
        loop.exec()

    def shoot(self, name, scene):
        office = Office()
        try:
            office.studio = self
            picture = scene(office)
            if picture is None:
                self.settle()
                picture = self.windows()
            picture.save(str(self._folder / f"{name}-{self._scheme}{self._suffix}.png"), None, 0)
        finally:
            office.close()
            self.settle(20)

    def windows(self):
        """Return all windows as they stand to each other."""
        shown = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
        shown.sort(key=lambda w: (isinstance(w, Floating), w.y(), w.x()))
        frame = QRect()
        for window in shown:
            frame = frame.united(QRect(self.place(window), window.size()))
        frame = frame.adjusted(-ROOM, -ROOM, ROOM, ROOM)
        canvas = self.canvas(frame.size())
        painter = QPainter(canvas)
        for window in shown:
            painter.drawPixmap(self.place(window) - frame.topLeft(), window.grab())
        painter.end()
        return canvas

    @staticmethod
    def place(window):
        if isinstance(window, Floating):
            return window.card().topLeft() - QPoint(window._edge, window._edge)
        return window.pos()

    def canvas(self, size):
        scale = self._app.devicePixelRatio()
        canvas = QPixmap(size * scale)
        canvas.setDevicePixelRatio(scale)
        canvas.fill(GROUNDS[self._scheme])
        return canvas


def palette_of(dark):
    """Return a light or dark palette as desktops have them; this X server has no theme."""
    role = QPalette.ColorRole
    colours = {
        role.Window: "#2a2d31" if dark else "#f3f4f5",
        role.WindowText: "#eceff1" if dark else "#1b1d1f",
        role.Base: "#1f2225" if dark else "#ffffff",
        role.AlternateBase: "#26292d" if dark else "#f7f8f9",
        role.Text: "#eceff1" if dark else "#1b1d1f",
        role.Button: "#33373c" if dark else "#e9ebed",
        role.ButtonText: "#eceff1" if dark else "#1b1d1f",
        role.ToolTipBase: "#1f2225" if dark else "#ffffff",
        role.ToolTipText: "#eceff1" if dark else "#1b1d1f",
        role.PlaceholderText: "#8d959c" if dark else "#747b82",
        role.Highlight: "#2f6fb2" if dark else "#2a6cb0",
        role.HighlightedText: "#ffffff",
        role.Light: "#3a3f45" if dark else "#ffffff",
        role.Midlight: "#34383d" if dark else "#eceef0",
        role.Mid: "#23262a" if dark else "#b6bcc2",
        role.Dark: "#1a1c1f" if dark else "#9aa1a8",
        role.Shadow: "#000000" if dark else "#5d646b",
    }
    made = QPalette()
    for name, colour in colours.items():
        made.setColor(name, QColor(colour))
    for name in (role.Text, role.WindowText, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor("#8d959c"))
    return made


def scenes():
    return {
        "tray-icons": tray_icons,
        "tray-menu": tray_menu,
        "tray-menu-missed": tray_menu_missed,
        "tray-menu-in-call": tray_menu_in_call,
        "tray-menu-offline": tray_menu_offline,
        "tray-menu-diverted": tray_menu_diverted,
        "queues": queue_menu,
        "queue-paused": queue_menu_paused,
        "forward": forward,
        "forward-now": forward_now,
        "forward-failed": forward_failed,
        "dial-box": dial_box,
        "dial-box-by-name": dial_box_by_name,
        "dial-box-contacts": dial_box_contacts,
        "dial-box-bad": dial_box_bad,
        "dial-box-failed": dial_box_failed,
        "incoming": lambda o: o.put(incoming()),
        "incoming-answer": incoming_answer,
        "incoming-unknown": lambda o: o.put(incoming(number="", name="", via="")),
        "callers": callers,
        "incoming-two": lambda o: o.put(
            incoming(), incoming("in-2", "7002", "Bob Okafor", "", began=NOW - 3)
        ),
        "several": several,
        "several-swap": several_swap,
        "incoming-hostile": lambda o: o.put(
            incoming(name="<b>Anna</b>\u202e &amp; " + "Wolfeschlegelsteinhausen " * 400)
        ),
        "missed": lambda o: ended(o, incoming(), Cause.MISSED),
        "incoming-queue": lambda o: o.put(incoming(waits_since=NOW - 95)),
        "taken": lambda o: ended(
            o, incoming(since=NOW - 8, began=NOW - 8), Cause.ANSWERED_ELSEWHERE, taker_name="Bob"
        ),
        "answered-elsewhere": lambda o: ended(o, incoming(), Cause.ANSWERED_ELSEWHERE),
        "talking": lambda o: o.put(talking()),
        "recording": lambda o: o.put(talking(recording=Recording.ON, monitors=1)),
        "recording-paused": lambda o: o.put(talking(recording=Recording.PAUSED, monitors=1)),
        "recording-by-pbx": lambda o: o.put(talking(monitors=1)),
        "recording-both": lambda o: o.put(talking(recording=Recording.ON, monitors=2)),
        "recording-consent": recording_consent,
        "recording-always": recording_always,
        "recording-refused": recording_refused,
        "on-hold": lambda o: o.put(talking(phase=Phase.HELD)),
        "on-hold-two": on_hold_two,
        "talking-small": talking_small,
        "not-permitted": not_permitted,
        "outgoing-1": lambda o: o.put(outgoing()),
        "outgoing-2": lambda o: o.put(outgoing(phase=Phase.CALLING)),
        "outgoing-3": lambda o: o.put(outgoing(phase=Phase.RINGING)),
        "outgoing-busy": lambda o: ended(o, outgoing(), Cause.BUSY),
        "outgoing-busy-colleague": busy_colleague,
        "question-free": lambda o: o.desk.ask(
            Question((Number("7003", "7003", "Carla Neri, 7003"),), Source.PRESENCE, "free"), print
        ),
        "outgoing-own-phone": lambda o: ended(o, outgoing(), Cause.OWN_NO_ANSWER),
        "transfer-presence": lambda o: with_colleagues(o, lambda: picker(o, talking(), "")),
        "dial-box-presence": lambda o: with_colleagues(o, lambda: o.desk.open_dial_box("700")),
        "consult-ringing": lambda o: consult(o, Phase.RINGING),
        "consult": lambda o: consult(o, Phase.TALKING),
        "consult-busy": consult_busy,
        "consult-three": consult_three,
        "two-calls-held": two_calls_held,
        "two-calls": lambda o: o.put(
            talking(phase=Phase.HELD),
            talking("talk-2", number="7002", name="Bob Okafor", via="", talking_since=NOW - 31),
        ),
        "transfer": lambda o: picker(o, talking(), "bo"),
        "transfer-failed": transfer_failed,
        "transfer-note": transfer_note,
        "transfer-engaged": transfer_engaged,
        "transferred": lambda o: given_away(o, Stage.ON_THE_WAY),
        "transferred-offline": given_away_offline,
        "transferred-taken": lambda o: given_away(o, Stage.TAKEN),
        "transferred-hung-up": lambda o: given_away(o, Stage.LEFT),
        "transferred-back": came_back,
        "incoming-note": lambda o: o.put(
            incoming(number="7002", name="Bob Okafor", via="", note=NOTE)
        ),
        "divert": lambda o: picker(o, incoming(), ""),
        "outgoing-dialled-as": lambda o: o.put(
            outgoing(name="", number="+4930123456", dialled="0030123456", after="12")
        ),
        "question-premium": lambda o: ask(o, "0900 1234567", "premium"),
        "question-burst": lambda o: ask(
            o, "030 1234567, 030 7654321, 040 123456, 089 123456", "burst"
        ),
        "question-many": question_many,
        "question-choose": lambda o: ask(
            o, "030 1234567 or +33 1 23 45 67 89", "choose", Source.SELECTION
        ),
        "question-copied": lambda o: ask(o, "030 1234567", "copied", Source.CLIPBOARD),
        "keypad": keypad,
        "keypad-remembers": keypad_remembers,
        "parked": lambda o: ended(o, talking(parked_at="801"), Cause.PARKED),
        "parked-back": lambda o: o.put(
            incoming(number="7002", name="Bob Okafor", via="", from_space="801")
        ),
        "dial-box-explained": dial_box_explained,
        "notice-saved": lambda o: o.desk._save_recent(),
        "notice": lambda o: o.desk.say(PhoneNotRegistered("PJSIP/7001")),
        "history": history,
        "history-search": history_search,
        "history-empty": lambda o: o.desk.windows.open_history(),
        "notice-phone-gone": lambda o: o.desk.tell(News(Ailment(Part.PHONE), is_over=False)),
        "fault": fault,
        "settings-connection": lambda o: page(o, 0),
        "settings-phone": lambda o: page(o, 1),
        "settings-pairing": lambda o: pairing(o, ToDial("4827", 60.0)),
        "settings-pairing-own": lambda o: pairing(o, ToDial("", 60.0)),
        "settings-pairing-found": lambda o: pairing(
            o, ToDial("4827", 60.0), PhoneFound("PJSIP/7003", "7003", "Anna Berger", "internal")
        ),
        "settings-pairing-unseen": lambda o: pairing(
            o, ToDial("4827", 60.0), PhoneFound("PJSIP/7003", "7003", "Anna", "internal", False)
        ),
        "settings-dialling": settings_dialling,
        "settings-links": lambda o: page(o, 3),
        "settings-keys": settings_keys,
        "settings-recording": lambda o: page(o, 5),
        "settings-queues": lambda o: page(o, 7),
        "settings-contacts": settings_contacts,
        "settings-contacts-directory": lambda o: unfolded(o, "ldap.url"),
        "settings-contacts-customers": lambda o: unfolded(o, "crm.url"),
        "settings-page": settings_pop,
        "customer-page": customer_page,
        "settings-forwarding": lambda o: page(o, page_of("diversions.scheme")),
        "settings-unsaved": settings_unsaved,
        "settings-wrong": settings_wrong,
        "settings-test": settings_test,
        "assistant-system": partial(assistant, 0),
        "assistant-account": partial(assistant, 1),
        "assistant-phone": partial(assistant, 2),
        "assistant-numbers": partial(assistant, 3),
        "assistant-try": partial(assistant, 4),
        "trayless": trayless,
        "doctor": doctor,
        "settings-certificate": settings_certificate,
        "settings-locked": settings_locked,
        "import": importing,
    }


def with_colleagues(office, scene):
    told = (
        ("7002", "Bob Okafor", Presence.IN_USE),
        ("7003", "Carla Neri", Presence.IDLE),
        ("7004", "Dora Lind", Presence.RINGING),
        ("7005", "Emil Sandoval-Featherstonehaugh of the warehouse", Presence.ON_HOLD),
        ("7006", "", Presence.BUSY),
        ("7009", "Gustav Holm", Presence.UNAVAILABLE),
        ("7010", "Support", Presence.UNKNOWN),
    )
    office.actions.stars = ["7003", "+4989998887"]
    office.colleagues.set({number: Colleague(number, *rest) for number, *rest in told})
    scene()
    for box in (office.desk._picker, office.desk._dial_box):
        if box is not None:
            box.entry.list.choose(2)
            box.entry._show_hint()


def fault(office):
    window = FaultWindow()
    window.say(FAULT)
    window.show()
    office.studio.settle()
    picture = office.studio.windows()
    window.hide()
    window.deleteLater()
    return picture


def history(office):
    out, missed, done = Direction.OUT, Cause.MISSED, Cause.HUNG_UP
    told = (  # minutes ago, direction, number, name, company, seconds, cause, more
        (10, IN, "+493012345670", "Anna Berger", "Berger GmbH", 207, done, {"via": "support"}),
        (34, IN, "+4989998887", "", "", None, missed, {}),
        (52, out, "7002", "Bob Okafor", "", None, Cause.BUSY, {}),
        (95, IN, "+33123456789", "Claire Petit", "Ateliers Nord", 1480, done, RECORDED),
        (130, IN, "", "", "", 62, done, {}),
        (1500, IN, "+4940554433", "Dora Lind", "", 45, Cause.TRANSFERRED, {"taker": "Bob Okafor"}),
        (1530, out, "+441632960123", "Emil Sand", "Sand & Co", 611, done, {}),
        (1610, IN, "7003", "Carla Neri", "", None, Cause.ANSWERED_ELSEWHERE, {"taker": "Gustav"}),
        (1700, out, "+4930999", "", "", None, Cause.NO_ANSWER, {}),
        (4400, IN, "+493012345670", "Anna Berger", "Berger GmbH", 95, done, {}),
    )
    for number, (ago, direction, other, name, company, talked, cause, more) in enumerate(told):
        began = NOW - ago * 60
        office.actions.past.append(
            PastCall(
                str(number),
                direction,
                other,
                began,
                began + 8 + (talked or 12),
                cause,
                id=number + 1,
                name=name,
                company=company,
                talking_since=None if talked is None else began + 8,
                **more,
            )
        )
    office.actions.gaps = [Gap(NOW - 190 * 60, NOW - 162 * 60)]
    office.actions.pages = {"+33123456789"}
    office.desk.windows.open_history()
    office.driver.step(20)
    window = office.desk.windows.history
    window._choose(window.model.outline.row(3))


def history_search(office):
    history(office)
    window = office.desk.windows.history
    window.filter.field.setText("anna")
    window.filter._soon.timeout.emit()
    office.driver.step(20)


def pairing(office, to_dial, found=None):
    answer = office.driver.future()
    office.actions.answers.update(to_dial=to_dial, pair_phone=answer)
    page(office, 1)
    office.desk.windows.settings_dialog.pairing.button.click()
    if found is not None:
        answer.set_result(found)
        office.driver.step()


def callers(office):
    """One that a contact names, one that several may be, one that nobody knows."""
    office.actions.pictures["+493012345670"] = portrait()
    office.put(
        incoming(company="Nordwind Logistics"),
        incoming("in-2", "+4989123456", "Nordwind Logistics", "", company="Eva Roth or 2 others"),
        incoming("in-3", "+442079460018", "", "", origin="London, United Kingdom"),
    )


def portrait():
    """Return a picture file: somebody's head and shoulders before a wall."""
    image = QImage(96, 96, QImage.Format.Format_RGB32)
    image.fill(QColor("#c8d6c0"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for color, x, y, width, height in (
        ("#3b2a20", 28, 12, 40, 52),
        ("#2f5d7c", 12, 66, 72, 60),
        ("#e2b48c", 33, 24, 30, 38),
    ):
        painter.setBrush(QColor(color))
        painter.drawEllipse(x, y, width, height)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data.data())


def incoming_answer(office):
    office.actions.phone_listens = True
    office.put(incoming())


def on_hold_two(office):
    office.actions.phone_listens = True
    office.put(
        talking("talk-2", name="Carla Neri", number="7003", via="", phase=Phase.HELD),
        talking(since=NOW - 12, talking_since=NOW - 12),
    )


def busy_colleague(office):
    office.actions.engaged = ["7003"]
    ended(office, outgoing(number="7003", name="Carla Neri"), Cause.BUSY)


def ended(office, call, cause, **more):
    office.put(call)
    office.change(call.key, phase=Phase.ENDED, cause=cause, since=NOW, **more)


def tray_icons(office):
    faces = [
        TrayFace(Glyph.ONLINE),
        TrayFace(Glyph.CONNECTING),
        TrayFace(Glyph.OFFLINE),
        TrayFace(Glyph.RINGING),
        TrayFace(Glyph.TALKING),
        TrayFace(Glyph.TALKING, recording=True),
        TrayFace(Glyph.ONLINE, missed=3),
        TrayFace(Glyph.OFFLINE, missed=12),
        TrayFace(Glyph.ONLINE, do_not_disturb=True),
        TrayFace(Glyph.ONLINE, forwarded=True),
        TrayFace(Glyph.TALKING, recording=True, missed=3, do_not_disturb=True),
    ]
    studio = office.studio
    canvas = studio.canvas(QSize(len(faces) * 72 + ROOM, 176))
    scale = canvas.devicePixelRatio()
    ink, rim = (LIGHT, DARK) if studio.dark else (DARK, LIGHT)
    painter = QPainter(canvas)
    # the lower panel is of the other kind, as panels are on many desktops
    painter.fillRect(0, 0, canvas.width(), 88, QColor("#3a3f45" if studio.dark else "#e9ecef"))
    painter.fillRect(0, 88, canvas.width(), 88, QColor("#e9ecef" if studio.dark else "#3a3f45"))
    painter.setFont(QFont("Noto Sans", 8))
    for column, face in enumerate(faces):
        for top in (0, 88):
            left = ROOM + column * 72
            for size, x, y in ((16, 0, 12), (22, 22, 9), (32, 0, 42)):
                icon = draw(face, round(size * scale), ink, rim)
                icon.setDevicePixelRatio(scale)
                painter.drawPixmap(left + x, top + y, icon)
    painter.end()
    return canvas


def menu(office, *path):
    tray = office.desk.tray
    tray.menu.popup(QPoint(600, 300))
    opened = tray.menu
    for start in path or (mark("Recent"),):
        office.studio.settle()
        action = next(a for a in opened.actions() if start in a.text() or tr(start) in a.text())
        opened.setActiveAction(action)
        opened = action.menu()
    office.studio.settle(400)
    picture = office.studio.windows()
    tray.menu.hide()
    return picture


def tray_menu(office):
    return menu(office)


def tray_menu_missed(office):
    def missed(key, number, name, minutes):
        began = NOW - 60 * minutes
        return PastCall(key, Direction.IN, number, began, began + 20, Cause.MISSED, name=name)

    office.missed.set(
        (
            missed("1", "+493012345670", "Anna Berger", 4),
            missed("2", "+442079460018", "", 35),
            missed("3", "+493012345670", "Anna Berger", 50),
        )
    )
    office.gaps.set((Gap(NOW - 3 * 3600, NOW - 2.5 * 3600),))
    return menu(office)


def queue_menu(office):
    waiting = (
        Caller("1", "+493012345670", "Anna Berger", NOW - 102),
        Caller("2", "+4989998887", "", NOW - 27),
    )
    put_queues(office, Queue("support", "", (Member("PJSIP/7001"),), waiting), Queue("sales"))
    return menu(office, "Queues", "Support")


def queue_menu_paused(office):
    pauses = Member("PJSIP/7001", paused=True, reason="Lunch", paused_since=NOW - 1500)
    put_queues(office, Queue("400", "Sales", (pauses,)))
    return menu(office, "Sales")


def put_queues(office, *queues):
    office.queues.set({queue.name: queue for queue in queues})


def tray_menu_in_call(office):
    office.put(talking(recording=Recording.ON, monitors=1))
    office.card()._hide.click()
    return menu(office)


def tray_menu_offline(office):
    office.connection.set(
        Connection(
            Link.OFFLINE, NOW - 300, "pbx.example:5039", ConnectFailed("pbx", "timed out"), NOW + 9
        )
    )
    return menu(office)


KEPT = dict.fromkeys(Forward, "")


def tray_menu_diverted(office):
    office.colleagues.set({"7003": Colleague("7003", "Carla Neri", Presence.IDLE)})
    office.diversions.set(Diversions(True, {**KEPT, Forward.ALWAYS: "7003"}))
    return menu(office)


def forward(office):
    office.diversions.set(Diversions(False, KEPT))
    with_colleagues(office, office.desk.forwarding.open)
    office.desk.forwarding.box.entry.list.choose(1)
    office.desk.forwarding.box.entry._show_hint()


def forward_now(office):
    office.colleagues.set({"7003": Colleague("7003", "Carla Neri", Presence.IDLE)})
    office.diversions.set(Diversions(False, {**KEPT, Forward.BUSY: "7003"}))
    office.desk.forwarding.open()
    office.desk.forwarding.box.kinds[Forward.BUSY].click()


def forward_failed(office):
    office.diversions.set(Diversions(False, KEPT))
    office.actions.answers["forward"] = ForwardsBack("7002")
    office.desk.forwarding.open()
    office.desk.forwarding.box.entry.field.setText("7002")
    office.desk.forwarding.box.entry.accept()


def dial_box(office):
    office.desk.open_dial_box("030 1234567")


def dial_box_by_name(office):
    office.desk.open_dial_box()
    office.desk._dial_box.entry.field.setText("b")


def dial_box_contacts(office):
    office.actions.people = [
        Contact("Beate Lang", "Nordwind Reinigung", ("+49 30 7654321", "0170 1234567")),
        Contact("Bernd Arndt", "", ("+49 40 998877",)),
    ]
    office.desk.open_dial_box()
    with_colleagues(office, lambda: office.desk._dial_box.entry.field.setText("be"))


def dial_box_bad(office):
    office.desk.open_dial_box("call me maybe")


def dial_box_failed(office):
    office.actions.answers["dial"] = PhoneNotRegistered("PJSIP/7001")
    office.desk.open_dial_box("7002")
    office.desk._dial_box.entry.accept()


def recording_consent(office):
    office.actions.rules = RecordingSettings(
        consent="May I record our call, so that nothing is lost? The recording is kept for 30 days."
    )
    office.put(talking())
    office.card().button(Do.RECORD).click()


def recording_always(office):
    office.actions.rules = RecordingSettings(policy="always")
    office.put(talking(recording=Recording.ON, monitors=1))


def recording_refused(office):
    office.put(talking())
    office.actions.answers["record"] = NotPermitted("MixMonitor")
    office.card().button(Do.RECORD).click()


def talking_small(office):
    office.put(talking(recording=Recording.ON, monitors=1))
    office.card()._fold.click()


def not_permitted(office):
    office.connection.set(
        Connection(Link.ONLINE, NOW, "pbx", abilities=frozenset({Ability.HANG_UP}))
    )
    office.put(talking())


def picker(office, call, text):
    office.put(call)
    do = Do.TRANSFER if call.talking else Do.DIVERT
    office.card().button(do).click()
    office.desk._picker.entry.field.setText(text)


def several(office):
    """Show three calls at once: on hold, talking, and one that rings."""
    office.actions.phone_listens = True
    office.put(
        talking(phase=Phase.HELD),
        talking("talk-2", number="7002", name="Bob Okafor", via="", talking_since=NOW - 31),
        incoming("in-3", "+4989998887", "", "", began=NOW - 4),
    )


def several_swap(office):
    """Show two calls after a swap, and what is said where the phone does not do it."""
    office.actions.phone_listens = True
    office.put(
        talking(recording=Recording.ON),
        talking("talk-2", number="7002", name="Bob Okafor", via="", talking_since=NOW - 31),
    )
    office.change("talk-2", phase=Phase.HELD)
    office.actions.answers["answer"] = PhoneDoesNotLift("talk-2")
    office.desk.stack.do("talk-2", Do.TALK)


def consult(office, phase):
    asked = outgoing("ask-1", "7003", "Carla Neri", consults="talk-1", phase=phase, since=NOW - 14)
    office.put(talking(phase=Phase.HELD), replace(asked, talking_since=NOW - 14))


def two_calls_held(office):
    """Both large: what can be done from the one on hold."""
    office.actions.phone_listens = True
    scenes()["two-calls"](office)
    office.desk.stack.card_of("talk-1")._fold.click()


def consult_busy(office):
    consult(office, Phase.RINGING)
    office.actions.engaged = ["7003"]
    office.change("ask-1", phase=Phase.ENDED, cause=Cause.BUSY)


def consult_three(office):
    consult(office, Phase.TALKING)
    office.change("ask-1", third="Anna Berger")
    office.calls.set({"ask-1": office.calls.value["ask-1"]})


def transfer_failed(office):
    picker(office, talking(), "7999")
    office.actions.answers["transfer"] = NoSuchNumber("7999")
    office.desk._picker.entry.accept()


def transfer_note(office):
    picker(office, talking(), "bo")
    office.desk._picker.line.field.setText("Wants a copy of the March invoice")


def transfer_engaged(office):
    picker(office, talking(), "7002")
    office.actions.answers["transfer"] = TargetEngaged("7002", "Bob Okafor")
    office.desk._picker.entry.accept()


def given_away(office, stage):
    onward = Onward("7003", "Carla Neri", NOW - 9, stage)
    ended(office, talking(), Cause.TRANSFERRED, onward=onward)


def given_away_offline(office):
    given_away(office, Stage.ON_THE_WAY)
    office.connection.set(Connection(Link.OFFLINE, NOW))


def came_back(office):
    given_away(office, Stage.BUSY)
    back = outgoing("back-1", "+493012345670", "Anna Berger", came_from="Carla Neri")
    office.put(office.calls.value["talk-1"], back)


def page(office, number):
    office.desk.windows.open_settings()
    office.desk.windows.settings_dialog.show_page(number)


OFFICE = DialSettings("DE", area_code="30", outside_prefix="0", form="national")


def ask(office, text, why, source=Source.LINK):
    office.desk.ask(Question(numbers_in(text, OFFICE), source, why), lambda number: None)


def question_many(office):
    ask(office, "\n".join(f"030 12345{n:02}" for n in range(14)), "burst")


def keypad(office):
    office.put(talking(after="12"))
    office.card().button(Do.KEYPAD).click()
    office.desk._picker.send("1")
    office.desk._picker.send("4321#")


def keypad_remembers(office):
    office.actions.digits["+493012345670"] = Remembered(",1,,4321#", by_itself=True)
    office.put(talking())
    office.card().button(Do.KEYPAD).click()
    office.desk._picker.send("7")


def dial_box_explained(office):
    office.actions.understand = lambda text: understand(text, OFFICE)
    office.desk.open_dial_box("1234567 ext. 12")


def settings_dialling(office):
    page(office, 2)
    dialog = office.desk.windows.settings_dialog
    dialog.row("dialling.area_code").set_text("30")
    dialog.row("dialling.outside_prefix").set_text("0")
    dialog.trial.field.setText("1234567")


def customer_page(office):
    office.actions.phone_listens = True
    office.actions.pages = {"+493012345670", "+442079460018"}
    office.put(talking(phase=Phase.HELD), incoming("2", "+442079460018", "", ""))
    office.put(talking("3"))


def settings_contacts(office):
    office.actions.source_answers = [
        SourceAnswer("Contact files", took_s=0.02),
        SourceAnswer("Customer system", (Contact("Anna Berger", "Nordwind GmbH"),), took_s=0.31),
        SourceAnswer("Address book", (Contact("Anna"),), False, took_s=0.04),
        SourceAnswer("Company directory", why=REFUSED, took_s=0.12),
    ]
    page(office, page_of("contacts.files"))
    dialog = office.desk.windows.settings_dialog
    dialog.row("contacts.files").set_text("~/contacts.vcf")
    dialog.row("ldap.url").set_text("ldaps://directory.example")
    dialog.row("carddav.url").set_text("https://cloud.example/dav/anna/contacts/")
    dialog.row("crm.url").set_text("https://crm.example/find?phone={e164}")
    dialog.try_sources.field.setText("+49 30 12345670")
    dialog.try_sources.button.click()
    office.driver.step()


def unfolded(office, place):
    page(office, page_of(place))
    row = office.desk.windows.settings_dialog.row(place)
    row.fold.heading.click()
    office.studio.settle(50)
    area = office.desk.windows.settings_dialog.stack.currentWidget()
    area.verticalScrollBar().setValue(row.fold.y() - 16)


def settings_pop(office):
    page(office, page_of("pop.url"))
    dialog = office.desk.windows.settings_dialog
    dialog.row("dialling.country").set_text("DE")
    dialog.row("pop.url").set_text("https://crm.example/search?phone={e164}")
    dialog.row("pop.command").set_text("notify-send\n--\nCall from {name}\n{link}")
    dialog.pop.field.setText("030 1234567")


def settings_keys(office):
    page(office, 4)
    office.desk.windows.settings_dialog.show_hotkey_problems(
        {"dial_selection": "Ctrl+Shift+F9 is taken by another program."}
    )


def settings_unsaved(office):
    page(office, 1)
    office.desk.windows.settings_dialog.row("phone.extension").set_text("7005")
    office.desk.windows.settings_dialog.close()


def settings_wrong(office):
    page(office, 1)
    row = office.desk.windows.settings_dialog.row("phone.devices")
    row.set_text("7001")
    row.left.emit(row.place)


def settings_test(office):
    page(office, 0)
    office.actions.checks = [
        Check(True, "Connected to pbx.example:5039 and logged in"),
        Check(True, "May dial"),
        Check(False, "May record", NotPermitted("MixMonitor"), minor=True),
        Check(True, "Phone PJSIP/7001"),
    ]
    office.desk.windows.settings_dialog.test.start()


def assistant(number, office):
    office.actions.checks = [
        Check(True, "pbx.example is 10.0.0.5"),
        Check(True, "Port 5039 is open"),
        Check(True, "Secure connection by TLSv1.3 (TLS_AES_256_GCM_SHA384)"),
        Check(True, "Certificate of pbx.example, issued by Example CA, 320 days left"),
        Check(True, "The phone system answers at pbx.example:5039"),
    ]
    phone = OwnPhone("7001", "from-internal", "PJSIP/7001")
    office.actions.answers.update(
        find_phone_system=True, sign_in=Proposal(phone), ring_phone=Rang.ANSWERED
    )
    office.settings.set(Settings())
    office.desk.windows.open_assistant()
    window = office.desk.windows.assistant
    window.step.rows["pbx.hosts"].set_text("pbx.example")
    window.next.click()
    if number == 0:
        return
    window.next.click()
    window.step.rows["pbx.username"].set_text("traydial-7001")
    window.step.secret.input.setText("demonstration")
    if number == 1:
        return
    window.next.click()
    for _ in range(number - 2):
        window.next.click()
    if number == 3:
        window.step.rows["dialling.country"].set_text("DE")
        window.step.rows["dialling.area_code"].set_text("30")
        window.step.rows["dialling.outside_prefix"].set_text("0")
        window.step.trial.field.setText("+49 30 1234567")
    if number == 4:
        window.step.ring.click()


def trayless(office):
    office.desk.tray_watch.has_tray = lambda: False
    office.desk.tray_watch._look()


def doctor(office):
    names = "pbx.example, 10.0.0.5"
    office.actions.checks = [
        Check(True, "pbx.example is 10.0.0.5"),
        Check(True, "Port 5041 is open"),
        Check(True, "Secure connection by TLSv1.3 (TLS_AES_256_GCM_SHA384)"),
        Check(
            False,
            f"Certificate of {names}, issued by Example CA, 12 days left",
            words=Words(
                "The phone system's certificate ends in 12 days.",
                "Ask your administrator to renew it; a pinned one has to be trusted anew then.",
            ),
            minor=True,
        ),
        Check(True, "Connected to pbx.example:5041 and logged in"),
        Check(True, "May dial"),
        Check(False, "May record", NotPermitted("MixMonitor"), minor=True),
        Check(True, "No known holes in Asterisk 22.10.1"),
        Check(False, "Phone PJSIP/7001", PhoneNotRegistered("PJSIP/7001")),
        Check(True, "Extension 7001 in from-internal"),
        Check(True, "Clocks agree"),
        Check(True, "Global keys are free"),
    ]
    office.desk.windows.open_doctor()


def settings_locked(office):
    office.desk.windows._locked = lambda: frozenset({"pbx.hosts", "pbx.tls", "pbx.fingerprint"})
    page(office, 0)


def importing(office):
    tables = {
        "pbx": {"hosts": ["pbx.example:5041", "pbx2.example:5041"], "username": "traydial-7001"},
        "dialling": {"country": "DE", "area_code": "30", "outside_prefix": "0"},
        "clipboard": {"watch": True},
        "pop": {"command": ["notify-send", "{name}"]},
    }
    layers = Layered(office.settings.value, locked=frozenset({"clipboard.watch"}))
    office.desk.windows.open_provision(provision("office.traydial", tables, layers, signed=False))


def settings_certificate(office):
    page(office, 0)
    error = CertificateNotTrusted("pbx", CertificateFault.SELF_SIGNED, FINGERPRINT, "self-signed")
    office.actions.checks = [Check(False, "Connection to pbx.example:5039", error)]
    office.desk.windows.settings_dialog.test.start()
