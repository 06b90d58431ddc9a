"""Real SIP phones in a process of their own: ``phone_process.py HOST PORT [LOGFILE]``.

PJSIP wants the main thread, and when it crashes it takes its process along. So it gets one:
commands come in as JSON lines on stdin, answers and events go out as JSON lines on stdout.
Drive it with :class:`tests.pbx.phones.Phones`, which documents the commands.
"""

import faulthandler
import functools
import gc
import json
import os
import re
import select
import sys
import time
import traceback
from urllib.parse import unquote

import pjsua2 as pj

LOOPBACK = "127.0.0.1"
POLL_MS = 5
RETRY_HOLD_AFTER = 0.3
GOODBYE_WITHIN = 0.7  # for BYE and un-REGISTER each: Asterisk may be gone already
IDENTITIES = ("P-Asserted-Identity", "Remote-Party-ID")


def identity(message, headers):
    """Find (number, name) in the first of these headers that the SIP message has."""
    head = message.partition("\r\n\r\n")[0]
    for header in headers:
        found = re.search(
            rf'^{header}[ \t]*:[ \t]*(?:"((?:[^"\\]|\\.)*)"|([^<"\r\n]*?))[ \t]*'
            r"<?(?:sips?|tel):([^@;>\s]+)",
            head,
            re.IGNORECASE | re.MULTILINE,
        )
        if found:
            quoted, plain, number = found.groups()
            name = re.sub(r"\\(.)", r"\1", quoted) if quoted is not None else plain
            return unquote(number), name
    return None


def guarded(callback):
    """Die in the open: C++ above a callback would only print or abort at an exception."""

    @functools.wraps(callback)
    def guard(*args):
        try:
            return callback(*args)
        except BaseException:
            traceback.print_exc()
            sys.stderr.flush()
            os._exit(70)

    return guard


class Call(pj.Call):
    """One call of one phone."""

    def __init__(self, phone, call_id=pj.PJSUA_INVALID_ID, shown=("", "")):
        super().__init__(phone, call_id)
        self.phone = phone
        incoming = call_id != pj.PJSUA_INVALID_ID
        self.shown = shown
        self.state = "ringing" if incoming else "calling"
        self.undecided = incoming
        self.since = time.monotonic()
        self.wants_hold = None  # what hold and unhold asked for, until it is so
        self.next_try = 0.0

    @guarded
    def onCallState(self, prm):  # noqa: N802
        info = self.getInfo()
        if info.state == pj.PJSIP_INV_STATE_DISCONNECTED:
            self.undecided = False
            self.phone.lose(self, info.lastStatusCode)
        else:
            self.look()

    @guarded
    def onDtmfDigit(self, prm):  # noqa: N802
        self.phone.office.tell(event="digit", phone=self.phone.number, digit=prm.digit)

    @guarded
    def onCallMediaState(self, prm):  # noqa: N802
        self.look()

    @guarded
    def onCallTsxState(self, prm):  # noqa: N802
        # The names arrive in INVITE, UPDATE and in the answers to our own INVITE alike
        event = prm.e.body.tsxState
        if event.type != pj.PJSIP_EVENT_RX_MSG:
            return
        if event.src.rdata.info.startswith("Request msg NOTIFY"):
            self.notified(event.src.rdata.wholeMsg)
            return
        found = identity(event.src.rdata.wholeMsg, IDENTITIES)
        if found and found != self.shown:
            self.shown = found
            self.phone.report()

    def notified(self, message):
        """Do what desk phones do when told to talk: answer, or take the call off hold."""
        event = re.search(r"^Event[ \t]*:[ \t]*(\w+)", message, re.IGNORECASE | re.MULTILINE)
        if event and self.phone.policy["remote"]:
            self.phone.office.tell(event="notified", phone=self.phone.number, what=event[1])
            if event[1] == "talk" and self.undecided:
                self.pick_up()
            elif event[1] == "talk" and self.state == "held":
                self.phone.hold_others(self)
                self.wants_hold = False

    def look(self):
        """Learn the state from PJSIP, and give a tone to media that just started."""
        info = self.getInfo()
        talks = info.state == pj.PJSIP_INV_STATE_CONFIRMED
        for media in info.media:
            if media.type != pj.PJMEDIA_TYPE_AUDIO:
                continue
            if media.status == pj.PJSUA_CALL_MEDIA_ACTIVE:
                self.phone.tone.startTransmit(self.getAudioMedia(media.index))
                if talks:
                    self.state = "talking"
            elif media.status == pj.PJSUA_CALL_MEDIA_LOCAL_HOLD and talks:
                self.state = "held"
        if self.wants_hold is not None and self.wants_hold == (self.state == "held"):
            self.wants_hold = None
        self.phone.report()

    def pick_up(self):
        self.phone.hold_others(self)
        self.finish(200)

    def finish(self, code):
        """Answer the INVITE of an incoming call."""
        prm = pj.CallOpParam()
        prm.statusCode = code
        self.undecided = self.undecided and code < 200
        self.answer(prm)

    def hang_up(self):
        self.hangup(pj.CallOpParam())

    def try_hold(self):
        # PJSIP refuses while another re-INVITE or UPDATE is under way, and Asterisk may answer 491
        prm = pj.CallOpParam(True)
        self.next_try = time.monotonic() + RETRY_HOLD_AFTER
        try:
            if self.wants_hold:
                self.setHold(prm)
            else:
                prm.opt.flag = pj.PJSUA_CALL_UNHOLD
                self.reinvite(prm)
        except pj.Error:
            pass


class Phone(pj.Account):
    """One registered extension."""

    def __init__(self, office, number, secret, pitch):
        super().__init__()
        self.office = office
        self.number = number
        self.calls = []
        self.policy = {"answer_after": None, "reject": None, "waiting": False, "remote": False}
        self.told = ("idle", ("", ""), 0)
        self.ear = None
        self.tone = pj.ToneGenerator()
        self.tone.createToneGenerator(8000, 1)
        tones = pj.ToneDescVector()
        sound = pj.ToneDesc()
        sound.freq1, sound.freq2 = pitch, 0
        sound.on_msec, sound.off_msec = 400, 100
        tones.append(sound)
        self.tone.play(tones, True)

        config = pj.AccountConfig()
        config.idUri = f"sip:{number}@{office.pbx}"
        config.regConfig.registrarUri = f"sip:{office.pbx}"
        config.regConfig.retryIntervalSec = 1
        config.regConfig.firstRetryIntervalSec = 1
        config.regConfig.randomRetryIntervalSec = 0
        config.sipConfig.authCreds.append(pj.AuthCredInfo("digest", "*", number, 0, secret))
        config.sipConfig.transportId = office.transport
        config.callConfig.timerUse = pj.PJSUA_SIP_TIMER_INACTIVE
        config.mediaConfig.transportConfig.boundAddress = LOOPBACK
        config.mediaConfig.transportConfig.port = office.rtp_port
        config.mediaConfig.lockCodecEnabled = False
        self.create(config)

    @guarded
    def onRegState(self, prm):  # noqa: N802
        self.office.tell(
            event="registration",
            phone=self.number,
            registered=bool(self.getInfo().regIsActive and prm.code // 100 == 2),
            code=prm.code,
        )

    @guarded
    def onIncomingCall(self, prm):  # noqa: N802
        message = prm.rdata.wholeMsg
        shown = identity(message, (*IDENTITIES, "From")) or ("", "")
        call = Call(self, prm.callId, shown)
        self.office.tell(event="invite", phone=self.number, message=message)
        if self.calls and not self.policy["waiting"]:
            self.office.refused.append(call)  # alive until its end, but never the one addressed
            call.finish(self.policy["reject"] or 486)
            return
        self.calls.append(call)
        self.report()
        if self.policy["reject"] is None:
            call.finish(180)
        self.follow_policy()

    def listen(self, file):
        """Write what the newest call hears to a file; none ends that."""
        self.ear = None  # its end closes the file before
        if file:
            self.ear = pj.AudioMediaRecorder()
            self.ear.createRecorder(file)
            self.newest().getAudioMedia(-1).startTransmit(self.ear)

    def newest(self):
        if not self.calls:
            raise LookupError("no call")
        return self.calls[-1]

    def lose(self, call, cause):
        # Freed by the main loop: PJSIP is still inside a method of it
        self.office.over.append(call)
        if call in self.calls:
            self.calls.remove(call)
            self.report(cause)
        elif call in self.office.refused:
            self.office.refused.remove(call)

    def report(self, cause=None):
        """Tell what the phone shows now, if that is new."""
        state, shown = "idle", ("", "")
        if self.calls:
            state, shown = self.calls[-1].state, self.calls[-1].shown
        news = (state, shown, len(self.calls))
        if news != self.told:
            self.told = news
            self.office.tell(
                event="state",
                phone=self.number,
                state=state,
                number=shown[0],
                name=shown[1],
                calls=len(self.calls),
                cause=cause,
            )

    def hold_others(self, call):
        for other in self.calls:
            if other is not call and other.state == "talking":
                other.wants_hold = True
                other.try_hold()

    def follow_policy(self):
        """Answer or reject what rings: at once, on time, or when the policy changes."""
        for call in list(self.calls):
            if not call.undecided:
                continue
            if self.policy["reject"] is not None:
                call.finish(self.policy["reject"])
            elif (wait := self.policy["answer_after"]) is not None and (
                time.monotonic() >= call.since + wait
            ):
                call.pick_up()

    def tick(self):
        for call in list(self.calls):
            if not call.isActive():  # cancelled before PJSIP knew whom to tell
                self.lose(call, pj.PJSIP_SC_REQUEST_TERMINATED)
        self.follow_policy()
        for call in list(self.calls):
            if call.wants_hold is not None and time.monotonic() >= call.next_try:
                call.try_hold()


class Office:
    """All phones, and what they share."""

    def __init__(self, host, port, log):
        self.pbx = f"{host}:{port}"
        self.phones = {}
        self.refused = []
        self.over = []
        self.unread = b""
        # PJSIP greets on stdout before its log can be configured
        self.out = os.fdopen(os.dup(1), "w", encoding="utf-8")
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.close(null)
        # Several such processes at a time shall not walk over the same few ports
        self.rtp_port = 22000 + os.getpid() % 200 * 50

        self.endpoint = pj.Endpoint()
        self.endpoint.libCreate()
        config = pj.EpConfig()
        config.uaConfig.threadCnt = 0
        config.uaConfig.mainThreadOnly = True
        config.uaConfig.maxCalls = 32
        config.uaConfig.userAgent = "Traydial test phone"
        config.logConfig.consoleLevel = 0
        config.logConfig.level = 5 if log else 0
        config.logConfig.msgLogging = 1 if log else 0
        config.logConfig.filename = log
        config.medConfig.clockRate = 8000
        config.medConfig.sndClockRate = 8000
        config.medConfig.ecTailLen = 0
        config.medConfig.noVad = True
        self.endpoint.libInit(config)
        transport = pj.TransportConfig()
        transport.boundAddress = LOOPBACK
        transport.port = 0
        self.transport = self.endpoint.transportCreate(pj.PJSIP_TRANSPORT_UDP, transport)
        self.endpoint.libStart()
        self.endpoint.audDevManager().setNullDev()
        for codec in self.endpoint.codecEnum2():
            wanted = codec.codecId.upper().startswith("PCMU/8000")
            self.endpoint.codecSetPriority(codec.codecId, 255 if wanted else 0)

    def tell(self, **what):
        self.out.write(json.dumps(what) + "\n")
        self.out.flush()

    def lines(self):
        """Read the commands that wait; None at the end of input."""
        if not select.select([0], [], [], 0)[0]:
            return []
        data = os.read(0, 65536)
        if not data:
            return None
        *lines, self.unread = (self.unread + data).split(b"\n")
        return lines

    def run(self):
        self.tell(event="ready")
        while (lines := self.lines()) is not None:
            for line in lines:
                command = json.loads(line)
                number = command.pop("id")
                if command["do"] == "quit":
                    return
                try:
                    self.obey(**command)
                except pj.Error as error:
                    self.tell(id=number, error=error.info())
                except LookupError as error:
                    self.tell(id=number, error=str(error))
                else:
                    self.tell(id=number, error=None)
            self.turn()

    def turn(self):
        self.endpoint.libHandleEvents(POLL_MS)
        for phone in self.phones.values():
            phone.tick()
        self.over.clear()

    def obey(self, do, phone, **more):
        if do == "add":
            pitch = 300 + 150 * len(self.phones)
            self.phones[phone] = Phone(self, phone, more["secret"], pitch)
            self.phones[phone].policy.update(more["policy"])
            return
        known = self.phones[phone]
        if do == "policy":
            known.policy.update(more["policy"])
        elif do == "register":
            known.setRegistration(True)
        elif do == "unregister":
            known.setRegistration(False)
        elif do == "dial":
            call = Call(known, shown=(more["number"], ""))
            known.hold_others(call)
            known.calls.append(call)
            try:
                call.makeCall(f"sip:{more['number']}@{self.pbx}", pj.CallOpParam(True))
            except pj.Error:
                known.lose(call, None)
                raise
        elif do == "answer":
            known.newest().pick_up()
        elif do == "decline":
            known.newest().finish(more["code"])
        elif do == "hangup":
            known.newest().hang_up()
        elif do == "hold":
            call = known.newest()
            call.wants_hold = more["on"] if more["on"] != (call.state == "held") else None
        elif do == "dtmf":
            known.newest().dialDtmf(more["digits"])
        elif do == "listen":
            known.listen(more["file"])
        elif do == "crash":  # so that the driver's own behaviour can be tried
            os.abort()
        elif do == "hang":
            time.sleep(3600)
        else:
            raise LookupError(f"no such command: {do}")

    def until(self, test):
        end = time.monotonic() + GOODBYE_WITHIN
        while not test() and time.monotonic() < end:
            self.turn()

    def close(self):
        """Take it apart from the outside in: PJSIP crashes when an owner goes before its parts."""
        phones = list(self.phones.values())
        self.endpoint.hangupAllCalls()
        self.until(lambda: not any(phone.calls for phone in phones))
        for phone in phones:
            if phone.getInfo().regIsActive:
                phone.setRegistration(False)
        self.until(lambda: not any(phone.getInfo().regIsActive for phone in phones))
        for phone in phones:
            phone.calls.clear()
            phone.tone.stop()
        self.refused.clear()
        self.over.clear()
        gc.collect()
        for phone in phones:
            phone.tone = phone.ear = None
            phone.shutdown()
        self.phones.clear()
        phones.clear()
        del phone
        gc.collect()
        self.endpoint.libDestroy(pj.PJSUA_DESTROY_NO_NETWORK)
        self.endpoint = None


def main():
    faulthandler.enable()
    host, port, log = (*sys.argv[1:], "")[:3]
    office = Office(host, port, log)
    try:
        office.run()
    finally:
        office.close()


if __name__ == "__main__":
    main()
