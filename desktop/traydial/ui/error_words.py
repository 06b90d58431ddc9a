"""What went wrong, in a sentence, and what helps: every error has its words here.

Imports no Qt: the command line says the same things. Plain and short, no terms of the
phone system; the technical detail is kept apart.
"""

from dataclasses import dataclass

from traydial.domain import errors as e
from traydial.domain.errors import CertificateFault as Fault
from traydial.domain.language import mark, tr
from traydial.domain.plain_text import safe_text
from traydial.domain.privileges import Ability, classes, refused
from traydial.ui.history_words import FAULTS as HISTORY_FAULTS


@dataclass(frozen=True, slots=True)
class Words:
    """What happened, what helps, and the detail for whoever wants to know."""

    sentence: str
    remedy: str = ""
    detail: str = ""

    def spoken(self) -> "Words":
        """Look up words of a table; those that are spoken already stay."""
        return Words(tr(self.sentence), tr(self.remedy), tr(self.detail))


_CERTIFICATE: dict[Fault, tuple[str, str]] = {
    Fault.SELF_SIGNED: (
        mark("The phone system vouches for itself only."),
        mark("Compare its fingerprint with your administrator's, then trust this certificate."),
    ),
    Fault.UNKNOWN_ISSUER: (
        mark("The phone system's certificate was issued by somebody this computer does not know."),
        mark("Ask your administrator for the issuer's file, or trust this very certificate."),
    ),
    Fault.WRONG_NAME: (
        mark("The phone system's certificate is for another name."),
        mark("Use the name in the certificate as the address, or trust this very certificate."),
    ),
    Fault.EXPIRED: (
        mark("The phone system's certificate has expired."),
        mark("Your administrator has to renew it."),
    ),
    Fault.NOT_YET_VALID: (
        mark("The phone system's certificate is not valid yet."),
        mark("Check the date of this computer; otherwise ask your administrator."),
    ),
    Fault.BAD_ISSUER: (
        mark("The issuer of the phone system's certificate was not made the way issuers must be."),
        mark("Trust this very certificate by its fingerprint instead."),
    ),
    Fault.CHANGED: (
        mark("The phone system shows another certificate than the one you trust."),
        mark("If your administrator has renewed it, trust the new one; otherwise do not connect."),
    ),
    Fault.CA_FILE: (
        mark("The file with the issuer's certificate cannot be used."),
        mark("Check the file in the settings."),
    ),
    Fault.OTHER: (
        mark("The phone system's certificate was not accepted."),
        mark("Ask your administrator, and show the detail."),
    ),
}

_SENTENCES: dict[type[BaseException], tuple[str, str]] = {
    e.NoTls: (
        mark("The phone system answers, but not over a secure connection."),
        mark("Check address and port; secure connections usually use port 5039."),
    ),
    e.ConnectFailed: (
        mark("The phone system cannot be reached."),
        mark("Check the address and your network; Traydial keeps trying."),
    ),
    e.RemoteProtocolError: (
        mark("What answers there is not an Asterisk phone system."),
        mark("Check address and port."),
    ),
    e.NoAnswerInTime: (
        mark("The phone system did not answer in time."),
        mark("Try again; if it stays so, tell your administrator."),
    ),
    e.ConnectionLost: (
        mark("The connection to the phone system was lost."),
        mark("Traydial reconnects by itself."),
    ),
    e.Unreachable: (mark("The phone system cannot be reached."), mark("Traydial keeps trying.")),
    e.NoSecret: (mark("No password is stored."), mark("Enter it in the settings.")),
    e.LoginRefused: (
        mark("The phone system refused user name or password."),
        mark("Check both in the settings; Traydial does not try again by itself."),
    ),
    e.FileRefused: (mark("These settings are not taken."), mark("Ask whoever sent you the file.")),
    e.SettingLocked: (
        mark("Your administrator has set this on this computer."),
        mark("It can be changed by them alone."),
    ),
    e.SettingsError: (
        mark("The settings are not complete."),
        mark("Open the settings and fill them in."),
    ),
    e.SecretStoreError: (
        mark("This computer's keyring cannot be used."),
        mark("The password is kept for this run only."),
    ),
    e.LocalProtocolError: (
        mark("That cannot be sent to the phone system."),
        mark("Check what was typed."),
    ),
    e.NothingToDial: (mark("There is no number to dial in that."), mark("Type a phone number.")),
    e.PhoneNotRegistered: (
        mark("Your own phone is not connected to the phone system."),
        mark("Check that it is switched on and signed in, then try again."),
    ),
    e.OwnPhoneUnknown: (
        mark("The phone system does not say which phone is yours."),
        mark("Pair your phone in the settings, on the page Phone."),
    ),
    e.NoSuchNumber: (
        mark("The phone system does not know that number."),
        mark("Check the number."),
    ),
    e.NoVoicemail: (
        mark("That number has no voicemail box."),
        mark("Choose somebody else, or transfer now."),
    ),
    e.NobodyDialled: (
        mark("No phone was seen to dial that."),
        mark(
            "Try again; if it was dialled, your account may not see the calls of that phone: "
            "ask your administrator."
        ),
    ),
    e.CallGone: (mark("That call is over."), ""),
    e.NoOtherParty: (mark("Nobody is connected to this call."), ""),
    e.NotTalking: (mark("That works once the call is answered."), ""),
    e.ForwardsToItself: (
        mark("Calls cannot be forwarded to your own number."),
        mark("Choose another one."),
    ),
    e.ForwardsBack: (
        mark("That number forwards its own calls to you, so nobody would ever be reached."),
        mark("Choose another number."),
    ),
    e.NotKept: (
        mark("This phone system offers no such setting, as far as Traydial knows."),
        mark("The settings tell where the phone system keeps it; ask your administrator."),
    ),
    e.AlwaysInQueue: (
        mark("The phone system has you in this queue for good."),
        mark("Pause instead; only your administrator can take you out."),
    ),
    e.NotInQueue: (
        mark("You are not in that queue any more, or it is gone."),
        mark("Look at your queues again."),
    ),
    e.OthersRecord: (
        mark("The phone system itself records this call, and Traydial leaves that alone."),
        "",
    ),
    e.NoPage: (
        mark("No page is known for this number."),
        mark("The settings say which page is opened."),
    ),
    e.NotShown: (mark("No program shows this file."), mark("It is where it was saved.")),
    e.NotSaved: (
        mark("The file could not be saved."),
        mark("Make sure that there is room, and that you may write there."),
    ),
    e.NotOpened: (
        mark("A page or program for a call could not be opened."),
        mark("Look at Customer page in the settings."),
    ),
    e.LookupFailed: (
        mark("The contacts could not be asked."),
        mark("Look at the contacts in the settings."),
    ),
    e.TargetEngaged: (mark("They are talking."), mark("Once more transfers anyway.")),
    e.TargetAway: (mark("Their phone cannot be reached."), mark("Once more transfers anyway.")),
    e.PhoneDoesNotLift: (
        mark("Your phone does not listen to this computer."),
        mark("Pick it up, or press its own key."),
    ),
    e.NoOneTouch: (
        mark("The phone system did not take its recording key."),
        mark("Ask your administrator to check it; the other party may have heard it."),
    ),
    e.NotAnnounced: (
        mark("It could not be said that this call would be recorded."),
        mark("So it is not recorded. Ask your administrator to check the announcement."),
    ),
    e.NeverRecorded: (mark("Calls are not recorded here."), ""),
    e.RecordingStays: (
        mark("All calls are recorded to their end."),
        mark("You can pause the recording."),
    ),
    e.ActionFailed: (mark("The phone system could not do that."), mark("Try again.")),
    e.NotReached: (mark("That did not work."), mark("Try again.")),
}


_COPY = mark("Copy the number, then choose Dial clipboard.")
_SELECTION = {
    e.SelectionFault.NO_ANSWER: (
        mark("The program with the selected text does not answer."),
        _COPY,
    ),
    e.SelectionFault.NOT_HERE: (mark("This desktop lets no program read what is selected."), _COPY),
    e.SelectionFault.CONSOLE: (mark("In a terminal, text cannot be copied from outside."), _COPY),
    e.SelectionFault.ELEVATED: (
        mark("That window belongs to an administrator, and nothing can be copied from it."),
        _COPY,
    ),
    e.SelectionFault.OTHER: (mark("What is selected could not be read."), _COPY),
}


def error_words(error: BaseException) -> Words:
    """Return the sentence, the remedy and the detail for an error of any kind."""
    detail = str(error)
    if isinstance(error, e.CertificateNotTrusted):
        sentence, remedy = _CERTIFICATE[error.fault]
        shown = (
            "; " + tr("its fingerprint is {fingerprint}", fingerprint=error.fingerprint)
            if error.fingerprint
            else ""
        )
        return Words(tr(sentence), tr(remedy), detail + shown)
    if isinstance(error, e.NotPermitted):
        lost = refused(error.action)
        return Words(
            may_not(lost.ability) if lost else tr("Your account may not do that."),
            tr("Ask your administrator to allow it."),
            f"manager.conf needs write = {classes(lost.write)}" if lost else detail,
        )
    if isinstance(error, e.TargetEngaged | e.TargetAway):
        who = safe_text(error.name, 40) or error.number
        engaged = isinstance(error, e.TargetEngaged)
        does = tr("{who} is talking.") if engaged else tr("{who} cannot be reached.")
        return Words(does.format(who=who), tr("Press Enter or click again to transfer anyway."))
    if isinstance(error, e.FileRefused):
        name, reason = safe_text(error.name, 60), safe_text(error.why, 100)
        return Words(
            tr("{name} is not taken: {reason}.", name=name, reason=reason),
            tr(_SENTENCES[e.FileRefused][1]),
        )
    if isinstance(error, e.NotRecorded):
        why = error_words(error.why)
        return Words(
            tr("This call has to be recorded, and is not."),
            f"{why.sentence} {why.remedy}".strip(),
            why.detail,
        )
    if isinstance(error, e.SelectionUnreadable):
        sentence, remedy = _SELECTION[error.fault]
        return Words(tr(sentence), tr(remedy), detail)
    if isinstance(error, e.HistoryTrouble):
        sentence, remedy = HISTORY_FAULTS[error.fault]
        return Words(tr(sentence), tr(remedy), error.why)
    for kind in type(error).__mro__:
        if kind in _SENTENCES:
            sentence, remedy = _SENTENCES[kind]
            return Words(tr(sentence), tr(remedy), detail)
    return Words(
        tr("Something went wrong in Traydial."),
        tr("Try again; the log has the details."),
        f"{type(error).__name__}: {detail}",
    )


def may_not(ability: Ability) -> str:
    """Say what the account is not allowed to do."""
    return tr("Your account may not {do}.", do=tr(ability.value))
