"""The settings as texts in fields, and back. Knows no Qt."""

from typing import Any

from traydial.domain.language import AS_THE_SYSTEM, mark
from traydial.domain.settings import Problem, Settings, dump, read
from traydial.ui.settings_contacts import CONTACTS
from traydial.ui.settings_model import Field, Page
from traydial.ui.settings_privacy import PRIVACY

CONNECTION = Page(
    mark("Connection"),
    "server",
    (
        Field(
            "pbx.hosts",
            mark("Address"),
            "pbx.example:5039",
            mark("Of the phone system. Several, with commas between, are tried in order."),
        ),
        Field("pbx.username", mark("User name"), "traydial-7001"),
        Field(
            "pbx.tls",
            mark("Secure connection"),
            help=mark("Without it, anybody on the way can listen."),
        ),
        Field(
            "pbx.ca_file",
            mark("Issuer's file"),
            mark("as this computer trusts"),
            mark("A file with the certificate of whoever issued the phone system's."),
        ),
        Field(
            "pbx.fingerprint",
            mark("Fingerprint"),
            mark("not needed when the issuer is known"),
            mark("Trust exactly the certificate with this SHA-256 fingerprint."),
        ),
    ),
)
PHONE = Page(
    mark("Phone"),
    "phone",
    (
        Field("phone.extension", mark("Extension"), "7001", mark("Your own number.")),
        Field(
            "phone.devices",
            mark("Devices"),
            mark("those of the extension"),
            mark(
                "Like PJSIP/7001, with commas between; the first one there rings when you dial. "
                "Empty: wherever your extension is signed in."
            ),
        ),
        Field(
            "phone.context",
            mark("Context"),
            "from-internal",
            mark("Which numbers you may call; ask your admin."),
        ),
        Field(
            "phone.auto_answer",
            mark("When I dial"),
            help=mark("The phone may lift by itself, as its maker has it; links then ask first."),
            choices=(
                ("off", mark("my phone rings and I pick it up")),
                ("call-info", mark("it lifts: Snom, Grandstream, Yealink, Cisco")),
                ("alert-info", mark("it lifts: Yealink, Fanvil, Mitel, Gigaset")),
                ("ring-answer", mark("it lifts: Poly, Polycom")),
                ("answer-mode", mark("it lifts: by RFC 5373")),
            ),
        ),
        Field(
            "phone.voicemail",
            mark("Voicemail"),
            "*{extension}",
            mark("What sends a caller to somebody's voicemail box; ask your admin."),
        ),
        Field(
            "phone.conference",
            mark("Conference"),
            "88{extension}",
            mark("A conference room of your own, to talk with two others."),
        ),
        Field(
            "transfer.comes_back_after_s",
            mark("Come back after"),
            help=mark("Where nobody takes a caller so long, your own phone rings for them again."),
            kind="or never",
        ),
        Field(
            "transfer.notes",
            mark("Notes with callers"),
            help=mark(
                "A line from whoever hands you a caller, and one that you can send with yours."
            ),
        ),
        Field(
            "phone.answer_here",
            mark("Answer from the screen"),
            help=mark("Where the phone understands it; most desk phones do, few softphones."),
        ),
    ),
)
DIALLING = Page(
    mark("Dialling"),
    "hash",
    (
        Field(
            "dialling.country",
            mark("Country"),
            "DE",
            mark("Two letters; how numbers are written here."),
        ),
        Field(
            "dialling.area_code",
            mark("Area code"),
            "30",
            mark("Of the office, without a zero in front; for numbers that lack theirs."),
        ),
        Field(
            "dialling.outside_prefix",
            mark("Outside line"),
            "0",
            mark("Dialled before outside numbers."),
        ),
        Field(
            "dialling.form",
            mark("Outside numbers"),
            choices=(
                ("as written", mark("as they are written")),
                ("national", mark("as within the country, 030 1234567")),
                ("international", mark("with 00 and the country, 0049 30 1234567")),
                ("e164", mark("with a plus, +49 30 1234567")),
            ),
        ),
        Field(
            "dialling.extensions",
            mark("Extensions"),
            "7XXX, 1XX",
            mark(
                "What numbers inside look like, X for any digit. "
                "Without it, all of up to five digits are inside."
            ),
        ),
        Field(
            "dialling.replacements",
            mark("Rules"),
            "0800(.*) -> 9\\1",
            mark("One a line, tried in order: what a number looks like -> what is dialled."),
            kind="lines",
        ),
        Field("dialling.vanity", mark("Read letters as digits, 1-800-FLOWERS")),
        Field(
            "dialling.timeout_s", mark("Ring my phone for"), help=mark("Then dialling is given up.")
        ),
    ),
)
LINKS = Page(
    mark("Links and start"),
    "link",
    (
        Field(
            "ask.links",
            mark("A phone link"),
            choices=(("listed", mark("dials at once")), ("always", mark("asks first"))),
        ),
        Field(
            "ask.always",
            mark("Always ask before"),
            "international, premium, emergency",
            mark(
                "Kinds of numbers, and patterns such as 0900X. or +1876X. "
                "A number that you type is never asked about."
            ),
        ),
        Field(
            "display.language",
            mark("Language"),
            help=mark("Of Traydial, from its next start."),
            choices=(
                (AS_THE_SYSTEM, mark("that of this computer")),
                ("en", "English"),
                ("de", "Deutsch"),
                ("ru", "\u0420\u0443\u0441\u0441\u043a\u0438\u0439"),
            ),
        ),
    ),
)
KEYS = Page(
    mark("Keys"),
    "keyboard",
    (
        Field(
            "hotkeys.dial_selection",
            mark("Dial selection"),
            mark("none"),
            mark("Calls the number that is selected in any window."),
            kind="keys",
        ),
        Field(
            "hotkeys.dial_box",
            mark("Dial box"),
            mark("none"),
            mark("Opens a line to type a name or number."),
            kind="keys",
        ),
        Field(
            "hotkeys.answer_hang_up",
            mark("Answer, hang up"),
            mark("none"),
            mark("Ends the call; answers one that rings, or shows who is calling."),
            kind="keys",
        ),
        Field(
            "hotkeys.open_page",
            mark("Customer page"),
            mark("none"),
            mark("Opens the page of whom you talk to, or who rings."),
            kind="keys",
        ),
        Field(
            "clipboard.watch",
            mark("Offer to call numbers that I copy"),
            help=mark("It asks; nothing is dialled by copying."),
        ),
    ),
)
RECORDING = Page(
    mark("Recording"),
    "mic",
    (
        Field(
            "recording.policy",
            mark("Calls are recorded"),
            choices=(
                ("ask", mark("when I click Record")),
                ("always", mark("always, and to their end")),
                ("never", mark("never")),
            ),
        ),
        Field(
            "recording.leg",
            mark("After a transfer"),
            choices=(
                ("own", mark("the recording ends")),
                ("other", mark("it goes on, with the other party")),
            ),
        ),
        Field(
            "recording.announce",
            mark("Announcement"),
            mark("none"),
            mark(
                "An extension that both hear before a recording starts, say "
                "\u201cThis call is being recorded\u201d."
            ),
        ),
        Field(
            "recording.consent",
            mark("Ask before"),
            mark("nothing"),
            mark("What you are reminded to ask before each recording that you start."),
        ),
        Field(
            "recording.one_touch",
            mark("Recording key"),
            mark("none"),
            mark("Of the phone system, like *3; for accounts that may not record otherwise."),
        ),
        Field(
            "recording.file_name",
            mark("File name"),
            "traydial/{date}-{time}-{number}.wav",
            mark(
                "On the phone system, which keeps the files. "
                "Can hold {date}, {time}, {number}, {direction}, {extension}."
            ),
        ),
    ),
)
FORWARDING = Page(
    mark("Forwarding"),
    "phone-forwarded",
    (
        Field(
            "diversions.scheme",
            mark("Kept"),
            help=mark(
                "Where the phone system keeps do not disturb and forwarding; ask your admin."
            ),
            choices=(
                ("auto", mark("as FreePBX does, if it is one")),
                ("freepbx", mark("as FreePBX does")),
                ("plain", mark("as older examples do: DND, CFIM, CFBS, CFNA")),
                ("own", mark("only where the fields below say")),
                ("off", mark("nowhere: offer neither")),
            ),
        ),
        Field("diversions.do_not_disturb", mark("Do not disturb"), "DND/{extension}"),
        Field("diversions.always", mark("Every call"), "CF/{extension}"),
        Field("diversions.busy", mark("When busy"), "CFB/{extension}"),
        Field(
            "diversions.no_answer",
            mark("When not answered"),
            "CFU/{extension}",
            mark("Entries of the phone system's database; empty is as chosen above."),
        ),
        Field(
            "diversions.value", mark("Means on"), "YES", mark("What is written for do not disturb.")
        ),
        Field("diversions.lamps", mark("Lamps"), "Custom:DND{extension}"),
        Field(
            "diversions.forward_lamps",
            mark("Forwarding lamps"),
            "Custom:CF{extension}",
            mark("States that lamps of phones follow, with commas between."),
        ),
        Field("diversions.by_codes", mark("Use codes where I may not write there")),
        Field(
            "diversions.codes",
            mark("Codes"),
            "*78, *79, *72, *73, *90, *91, *52, *53",
            mark(
                "On and off: do not disturb, all calls, when busy, when not answered. "
                "Used where your account may not write entries."
            ),
        ),
    ),
)
QUEUES = Page(
    mark("Queues"),
    "users",
    (
        Field(
            "queues.names",
            mark("My queues"),
            mark("where I am a member"),
            mark(
                "As the phone system names them, with commas between; 400 = Sales gives one a name."
            ),
        ),
        Field(
            "queues.pause_reasons",
            mark("Reasons to pause"),
            "Break, Lunch, Meeting",
            mark("Offered when you pause; supervisors see them."),
        ),
        Field(
            "queues.interface",
            mark("Rings"),
            mark("the phone itself"),
            mark(
                "Where the queue rings something else, say Local/{extension}@from-queue/n; "
                "ask your admin."
            ),
        ),
    ),
)
POP = Page(
    mark("Customer page"),
    "external-link",
    (
        Field(
            "pop.url",
            mark("Address"),
            "https://crm.example/search?phone={e164}",
            mark(
                "Opened for whoever has no page of their own. {e164}, {national}, {digits}, {name} "
                "and {company} stand for the caller."
            ),
        ),
        Field(
            "pop.when",
            mark("It opens"),
            choices=(
                ("never", mark("never")),
                ("click", mark("when I click its button")),
                ("ring", mark("when somebody calls")),
                ("answer", mark("when I answer")),
            ),
        ),
        Field("pop.unknown", mark("Also for numbers that no contact has")),
        Field("pop.outgoing", mark("Also when I call")),
        Field(
            "pop.sources",
            mark("By source"),
            "ldap -> https://intranet.example/people/{ref}",
            mark(
                "Another address for contacts of one source, one a line: files, carddav, ldap, "
                "database, crm or pbx. A link of the contact's own comes first."
            ),
            kind="lines",
        ),
        Field(
            "pop.schemes",
            mark("Begins with"),
            "https, http",
            mark("Other addresses are never opened, whoever sends them."),
        ),
        Field(
            "pop.command",
            mark("Program"),
            "notify-send\n--\n{name}",
            mark(
                "Started for a call: one argument a line, no shell. {event} is ring, answer or "
                "end, {link} the page."
            ),
            kind="lines",
        ),
        Field(
            "pop.command_when",
            mark("It starts"),
            choices=(
                ("ring", mark("when somebody calls")),
                ("answer", mark("when I answer")),
                ("end", mark("when a call is over")),
                ("each", mark("each of these times")),
            ),
        ),
    ),
)
PAGES = (
    *(CONNECTION, PHONE, DIALLING, LINKS, KEYS, RECORDING),
    *(FORWARDING, QUEUES, CONTACTS, POP, PRIVACY),
)
# how the items of a list are written in one field
_LISTS = {
    "pbx.hosts": ", ",
    "phone.devices": ", ",
    "dialling.extensions": ", ",
    "dialling.replacements": "\n",
    "ask.always": ", ",
    "diversions.lamps": ", ",
    "diversions.forward_lamps": ", ",
    "queues.names": ", ",
    "contacts.files": "\n",
    "queues.pause_reasons": ", ",
    "diversions.codes": ", ",
    "pop.sources": "\n",
    "blocked.numbers": "\n",
    "pop.schemes": ", ",
    "pop.command": "\n",
}

Value = str | bool | int


def values_of(settings: Settings) -> dict[str, Value]:
    """Return what the fields hold for these settings, by place."""
    values: dict[str, Value] = {}
    for section, keys in dump(settings).items():
        for key, value in keys.items():
            place = f"{section}.{key}"
            values[place] = _LISTS[place].join(value) if place in _LISTS else value
    return values


def settings_of(values: dict[str, Value]) -> tuple[Settings, dict[str, str]]:
    """Return the settings that the fields hold, and by place what is wrong with some."""
    tables: dict[str, dict[str, Any]] = {}
    for place, value in values.items():
        section, key = place.split(".")
        tables.setdefault(section, {})[key] = (
            [part.strip() for part in str(value).split(_LISTS[place].strip(" "))]
            if place in _LISTS
            else value
        )
    settings, problems = read(tables)
    wrong: dict[str, str] = {}
    for problem in problems:
        wrong.setdefault(problem.place, sentence(problem))
    return settings, wrong


def sentence(problem: Problem) -> str:
    """Write what is wrong with a field as a sentence."""
    why = problem.why[:1].upper() + problem.why[1:]
    return why if why.endswith(".") else f"{why}."


def field_of(place: str) -> Field:
    """Return the field of a setting."""
    return next(field for page in PAGES for field in page.fields if field.place == place)


def page_of(place: str) -> int:
    """Return the number of the page that holds this field."""
    return next(
        (n for n, page in enumerate(PAGES) if any(f.place == place for f in page.fields)), 0
    )
