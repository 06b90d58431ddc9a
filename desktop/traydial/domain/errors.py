"""Every error this program raises on purpose, typed by what helps.

The text of an error is for logs and curious admins; what a person reads is in
``traydial.ui.error_words``, one sentence and one remedy for each type.
"""

from enum import StrEnum


class DesktopError(Exception):
    """Base of all errors this program raises on purpose."""


# -- trying again may help ---------------------------------------------------------------


class Unreachable(DesktopError):
    """The PBX cannot be talked to at the moment."""


class ConnectFailed(Unreachable):
    """No connection could be made. ``host`` is ``name:port``."""

    def __init__(self, host: str, why: str) -> None:
        super().__init__(f"{host}: {why}")
        self.host, self.why = host, why


class ConnectionLost(Unreachable):
    """A connection that was there ended; what it had under way has no known outcome."""


class RemoteProtocolError(Unreachable):
    """The peer sent something that is not AMI."""


class NoTls(Unreachable):
    """The port answers, but not in TLS (or only in a version that is no longer safe)."""

    def __init__(self, host: str, why: str) -> None:
        super().__init__(f"{host}: {why}")
        self.host, self.why = host, why


class NoAnswerInTime(Unreachable):
    """Asterisk did not answer an action within its deadline."""


# -- a setting or the admin helps; never retried by itself ---------------------------------


class LoginRefused(DesktopError):
    """Asterisk rejected user name or secret. Retrying would only get us banned."""


class NoSecret(LoginRefused):
    """No secret is stored, so no login was tried."""


class CertificateFault(StrEnum):
    """Why a certificate was not accepted; each has words of its own."""

    SELF_SIGNED = "self-signed"
    UNKNOWN_ISSUER = "unknown-issuer"
    WRONG_NAME = "wrong-name"
    EXPIRED = "expired"
    NOT_YET_VALID = "not-yet-valid"
    BAD_ISSUER = "bad-issuer"
    CHANGED = "changed"
    CA_FILE = "ca-file"
    OTHER = "other"


class CertificateNotTrusted(DesktopError):
    """The peer could not prove that it is our PBX; nothing was sent to it.

    ``fingerprint`` is the SHA-256 of the certificate that was shown, as colon-separated
    hex, or empty where it could not be read.
    """

    def __init__(self, host: str, fault: CertificateFault, fingerprint: str, why: str) -> None:
        super().__init__(f"{host}: {why}")
        self.host, self.fault, self.fingerprint, self.why = host, fault, fingerprint, why


class NotPermitted(DesktopError):
    """The account may not do that. ``action`` is the AMI action, for the admin."""

    def __init__(self, action: str) -> None:
        super().__init__(f"this account may not use {action}")
        self.action = action


class SettingsError(DesktopError):
    """A setting that is needed is missing or makes no sense."""


class SettingLocked(SettingsError):
    """``place`` is set by the administrator of this computer, and is not changed here."""

    def __init__(self, place: str) -> None:
        super().__init__(f"set by the administrator: {place}")
        self.place = place


class FileRefused(DesktopError):
    """A file with settings is not taken. ``why`` is half a sentence."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"{name}: {why}")
        self.name, self.why = name, why


class SecretStoreError(DesktopError):
    """The system's keyring is missing, locked or out of order."""


# -- this one call could not be made or changed ----------------------------------------------


class LocalProtocolError(DesktopError):
    """We were about to send something AMI cannot carry."""


class NothingToDial(DesktopError):
    """The text holds no number that can be dialled. ``text`` is what was given."""

    def __init__(self, text: str) -> None:
        super().__init__("nothing that can be dialled")
        self.text = text


class NotReached(DesktopError):
    """Base of: the call or transfer could not get where it should."""


class PhoneNotRegistered(NotReached):
    """The user's own phone is not there, so it cannot ring. ``device`` like PJSIP/7001."""

    def __init__(self, device: str) -> None:
        super().__init__(f"{device} is not registered")
        self.device = device


class OwnPhoneUnknown(NotReached):
    """The PBX does not tell which phones an extension has, and the settings name none."""

    def __init__(self, extension: str) -> None:
        super().__init__(f"no phone is known for {extension}")
        self.extension = extension


class NoSuchNumber(NotReached):
    """The PBX knows no such extension in the user's context."""

    def __init__(self, number: str) -> None:
        super().__init__("no such extension")
        self.number = number


class NoVoicemail(NoSuchNumber):
    """The PBX has no voicemail box for that number."""


class NobodyDialled(NotReached):
    """No phone was seen to dial what it was to be found by."""


class CallGone(NotReached):
    """There is no such call any more."""


class NoOtherParty(NotReached):
    """Nobody is connected to this call who could be moved."""


class NotTalking(NotReached):
    """The call has not been answered yet, so that cannot be done to it."""


class TargetEngaged(NotReached):
    """Who is to take a call is talking. ``number`` and ``name`` are theirs."""

    def __init__(self, number: str, name: str = "") -> None:
        super().__init__(f"{number} is talking")
        self.number, self.name = number, name


class TargetAway(NotReached):
    """The phone of who is to take a call is not there. ``number`` and ``name`` are theirs."""

    def __init__(self, number: str, name: str = "") -> None:
        super().__init__(f"{number} cannot be reached")
        self.number, self.name = number, name


class PhoneDoesNotLift(NotReached):
    """The user's phone was told to answer and went on ringing."""


class ActionFailed(NotReached):
    """Asterisk answered an action with an error. ``reason`` is its own text."""

    def __init__(self, action: str, reason: str) -> None:
        super().__init__(f"{action}: {reason}")
        self.action, self.reason = action, reason


class ForwardsToItself(NotReached):
    """Calls were to be forwarded to the extension that they come from."""


class ForwardsBack(NotReached):
    """Who calls were to be forwarded to forwards their own calls here. ``number`` is theirs."""

    def __init__(self, number: str) -> None:
        super().__init__(f"{number} forwards here")
        self.number = number


class NotKept(NotReached):
    """The PBX keeps no such setting for this extension, as far as we are told where."""


class AlwaysInQueue(NotReached):
    """The PBX's configuration has the user in this queue: one can pause, not log out."""


class NotInQueue(NotReached):
    """There is no such queue, or the user is not in it (any more)."""


class OthersRecord(NotReached):
    """The phone system itself records this call, and that recording is not ours to touch."""


class NoOneTouch(NotReached):
    """The phone system did not take its recording key. ``code`` is what was keyed."""

    def __init__(self, code: str) -> None:
        super().__init__(f"{code} started no recording (automixmon in features.conf, Dial's x/X)")
        self.code = code


class NotAnnounced(NotReached):
    """That the call would be recorded could not be said; so it is not recorded."""


class NeverRecorded(NotReached):
    """The policy is that no calls are recorded."""


class RecordingStays(NotReached):
    """The policy is that all calls are recorded, to their end."""


class NotRecorded(NotReached):
    """A call that has to be recorded is not. ``why`` is what went wrong."""

    def __init__(self, why: DesktopError) -> None:
        super().__init__(f"not recorded: {why}")
        self.why = why


# -- the desktop ----------------------------------------------------------------------------


class SelectionFault(StrEnum):
    """Why a selection cannot be had; each has words of its own."""

    NO_ANSWER = "no-answer"  # the program that holds it hangs
    NOT_HERE = "not-here"  # this desktop lets nobody read it
    CONSOLE = "console"  # Ctrl+C would interrupt what runs there
    ELEVATED = "elevated"  # that window runs as administrator
    OTHER = "other"


class SelectionUnreadable(DesktopError):
    """What is selected in another window cannot be had."""

    def __init__(self, fault: SelectionFault, why: str = "") -> None:
        super().__init__(why or fault)
        self.fault = fault


class NoPage(DesktopError):
    """No page belongs to this number."""


class NotOpened(DesktopError):
    """A page or a program could not be opened. ``what`` is its address or name."""

    def __init__(self, what: str, why: str) -> None:
        super().__init__(f"{what}: {why}")
        self.what, self.why = what, why


# -- contacts -------------------------------------------------------------------------------


class LookupFailed(DesktopError):
    """A source of contacts could not be asked; calls come up all the same."""


class HistoryFault(StrEnum):
    """What keeps the history from being read or written; each has words of its own."""

    DAMAGED = "damaged"  # ``why``: the name under which the file was set aside
    TOO_NEW = "too-new"  # a newer Traydial has written it
    FULL = "full"
    IN_USE = "in-use"  # by a copy on another machine that shares the home
    UNWRITABLE = "unwritable"
    GONE = "gone"  # the call was deleted meanwhile
    CLOSED = "closed"
    NOT_EXPORTED = "not-exported"


class HistoryTrouble(DesktopError):
    """The history could not be read or written; calls work all the same."""

    def __init__(self, fault: HistoryFault, why: str = "") -> None:
        super().__init__(why or fault)
        self.fault, self.why = fault, why


class NotShown(NotOpened):
    """A file that was written could not be shown; it is there all the same."""


class NotSaved(DesktopError):
    """A file could not be written in ``folder``."""

    def __init__(self, folder: str, why: str) -> None:
        super().__init__(f"{folder}: {why}")
        self.folder, self.why = folder, why
