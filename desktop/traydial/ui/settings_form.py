"""The settings as texts in fields, and back. Knows no Qt."""

from typing import Any

from traydial.domain.setting_checks import RECORDING_FIELDS
from traydial.domain.settings import Problem, Settings, dump, read
from traydial.ui.settings_contacts import CONTACTS
from traydial.ui.settings_model import Field, Page
from traydial.ui.settings_privacy import PRIVACY

CONNECTION = Page(
    "Connection",
    "server",
    (
        Field(
            "pbx.hosts",
            "Address",
            "pbx.example:5039",
            "Of the phone system. Several, with commas between, are tried in order.",
        ),
        Field("pbx.username", "User name", "traydial-7001"),
        Field("pbx.tls", "Secure connection", help="Without it, anybody on the way can listen."),
        Field(
            "pbx.ca_file",
            "Issuer's file",
            "as this computer trusts",
            "A file with the certificate of whoever issued the phone system's.",
        ),
        Field(
            "pbx.fingerprint",
            "Fingerprint",
            "not needed when the issuer is known",
            "Trust exactly the certificate with this SHA-256 fingerprint.",
        ),
    ),
)
PHONE = Page(
    "Phone",
    "phone",
    (
        Field("phone.extension", "Extension", "7001", "Your own number."),
        Field(
            "phone.devices",
            "Devices",
            "those of the extension",
            "Like PJSIP/7001, with commas between; the first one there rings when you dial. "
            "Empty: wherever your extension is signed in.",
        ),
        Field(
            "phone.context",
            "Context",
            "from-internal",
            "Which numbers you may call; ask your admin.",
        ),
        Field(
            "phone.auto_answer",
            "When I dial",
            help="The phone may lift by itself, as its maker has it; links then ask first.",
            choices=(
                ("off", "my phone rings and I pick it up"),
                ("call-info", "it lifts: Snom, Grandstream, Yealink, Cisco"),
                ("alert-info", "it lifts: Yealink, Fanvil, Mitel, Gigaset"),
                ("ring-answer", "it lifts: Poly, Polycom"),
                ("answer-mode", "it lifts: by RFC 5373"),
            ),
        ),
        Field(
            "phone.voicemail",
            "Voicemail",
            "*{extension}",
            "What sends a caller to somebody's voicemail box; ask your admin.",
        ),
        Field(
            "phone.conference",
            "Conference",
            "88{extension}",
            "A conference room of your own, to talk with two others.",
        ),
        Field(
            "transfer.comes_back_after_s",
            "Come back after",
            help="Where nobody takes a caller so long, your own phone rings for them again.",
            kind="or never",
        ),
        Field(
            "transfer.notes",
            "Notes with callers",
            help="A line from whoever hands you a caller, and one that you can send with yours.",
        ),
        Field(
            "phone.answer_here",
            "Answer from the screen",
            help="Where the phone understands it; most desk phones do, few softphones.",
        ),
    ),
)
DIALLING = Page(
    "Dialling",
    "hash",
    (
        Field("dialling.country", "Country", "DE", "Two letters; how numbers are written here."),
        Field(
            "dialling.area_code",
            "Area code",
            "30",
            "Of the office, without a zero in front; for numbers that lack theirs.",
        ),
        Field("dialling.outside_prefix", "Outside line", "0", "Dialled before outside numbers."),
        Field(
            "dialling.form",
            "Outside numbers",
            choices=(
                ("as written", "as they are written"),
                ("national", "as within the country, 030 1234567"),
                ("international", "with 00 and the country, 0049 30 1234567"),
                ("e164", "with a plus, +49 30 1234567"),
            ),
        ),
        Field(
            "dialling.extensions",
            "Extensions",
            "7XXX, 1XX",
            "What numbers inside look like, X for any digit. "
            "Without it, all of up to five digits are inside.",
        ),
        Field(
            "dialling.replacements",
            "Rules",
            "0800(.*) -> 9\\1",
            "One a line, tried in order: what a number looks like -> what is dialled.",
            kind="lines",
        ),
        Field("dialling.vanity", "Read letters as digits, 1-800-FLOWERS"),
        Field("dialling.timeout_s", "Ring my phone for", help="Then dialling is given up."),
    ),
)
LINKS = Page(
    "Links and start",
    "link",
    (
        Field(
            "ask.links",
            "A phone link",
            choices=(("listed", "dials at once"), ("always", "asks first")),
        ),
        Field(
            "ask.always",
            "Always ask before",
            "international, premium, emergency",
            "Kinds of numbers, and patterns such as 0900X. or +1876X. "
            "A number that you type is never asked about.",
        ),
    ),
)
KEYS = Page(
    "Keys",
    "keyboard",
    (
        Field(
            "hotkeys.dial_selection",
            "Dial selection",
            "none",
            "Calls the number that is selected in any window.",
            kind="keys",
        ),
        Field(
            "hotkeys.dial_box",
            "Dial box",
            "none",
            "Opens a line to type a name or number.",
            kind="keys",
        ),
        Field(
            "hotkeys.answer_hang_up",
            "Answer, hang up",
            "none",
            "Ends the call; answers one that rings, or shows who is calling.",
            kind="keys",
        ),
        Field(
            "hotkeys.open_page",
            "Customer page",
            "none",
            "Opens the page of whom you talk to, or who rings.",
            kind="keys",
        ),
        Field(
            "clipboard.watch",
            "Offer to call numbers that I copy",
            help="It asks; nothing is dialled by copying.",
        ),
    ),
)
RECORDING = Page(
    "Recording",
    "mic",
    (
        Field(
            "recording.policy",
            "Calls are recorded",
            choices=(
                ("ask", "when I click Record"),
                ("always", "always, and to their end"),
                ("never", "never"),
            ),
        ),
        Field(
            "recording.leg",
            "After a transfer",
            choices=(
                ("own", "the recording ends"),
                ("other", "it goes on, with the other party"),
            ),
        ),
        Field(
            "recording.announce",
            "Announcement",
            "none",
            "An extension that both hear before a recording starts, say "
            "\u201cThis call is being recorded\u201d.",
        ),
        Field(
            "recording.consent",
            "Ask before",
            "nothing",
            "What you are reminded to ask before each recording that you start.",
        ),
        Field(
            "recording.one_touch",
            "Recording key",
            "none",
            "Of the phone system, like *3; for accounts that may not record otherwise.",
        ),
        Field(
            "recording.file_name",
            "File name",
            "traydial/{date}-{time}-{number}.wav",
            "On the phone system, which keeps the files. Can hold "
            + ", ".join(f"{{{name}}}" for name in RECORDING_FIELDS)
            + ".",
        ),
    ),
)
FORWARDING = Page(
    "Forwarding",
    "phone-forwarded",
    (
        Field(
            "diversions.scheme",
            "Kept",
            help="Where the phone system keeps do not disturb and forwarding; ask your admin.",
            choices=(
                ("auto", "as FreePBX does, if it is one"),
                ("freepbx", "as FreePBX does"),
                ("plain", "as older examples do: DND, CFIM, CFBS, CFNA"),
                ("own", "only where the fields below say"),
                ("off", "nowhere: offer neither"),
            ),
        ),
        Field("diversions.do_not_disturb", "Do not disturb", "DND/{extension}"),
        Field("diversions.always", "All calls", "CF/{extension}"),
        Field("diversions.busy", "When busy", "CFB/{extension}"),
        Field(
            "diversions.no_answer",
            "When not answered",
            "CFU/{extension}",
            "Entries of the phone system's database; empty is as chosen above.",
        ),
        Field("diversions.value", "Means on", "YES", "What is written for do not disturb."),
        Field("diversions.lamps", "Lamps", "Custom:DND{extension}"),
        Field(
            "diversions.forward_lamps",
            "Forwarding lamps",
            "Custom:CF{extension}",
            "States that lamps of phones follow, with commas between.",
        ),
        Field("diversions.by_codes", "Use codes where I may not write there"),
        Field(
            "diversions.codes",
            "Codes",
            "*78, *79, *72, *73, *90, *91, *52, *53",
            "On and off: do not disturb, all calls, when busy, when not answered. "
            "Used where your account may not write entries.",
        ),
    ),
)
QUEUES = Page(
    "Queues",
    "users",
    (
        Field(
            "queues.names",
            "My queues",
            "where I am a member",
            "As the phone system names them, with commas between; 400 = Sales gives one a name.",
        ),
        Field(
            "queues.pause_reasons",
            "Reasons to pause",
            "Break, Lunch, Meeting",
            "Offered when you pause; supervisors see them.",
        ),
        Field(
            "queues.interface",
            "Rings",
            "the phone itself",
            "Where the queue rings something else, say Local/{extension}@from-queue/n; "
            "ask your admin.",
        ),
    ),
)
POP = Page(
    "Customer page",
    "external-link",
    (
        Field(
            "pop.url",
            "Address",
            "https://crm.example/search?phone={e164}",
            "Opened for whoever has no page of their own. {e164}, {national}, {digits}, {name} and "
            "{company} stand for the caller.",
        ),
        Field(
            "pop.when",
            "It opens",
            choices=(
                ("never", "never"),
                ("click", "when I click its button"),
                ("ring", "when somebody calls"),
                ("answer", "when I answer"),
            ),
        ),
        Field("pop.unknown", "Also for numbers that no contact has"),
        Field("pop.outgoing", "Also when I call"),
        Field(
            "pop.sources",
            "By source",
            "ldap -> https://intranet.example/people/{ref}",
            "Another address for contacts of one source, one a line: files, carddav, ldap, "
            "database, crm or pbx. A link of the contact's own comes first.",
            kind="lines",
        ),
        Field(
            "pop.schemes",
            "Begins with",
            "https, http",
            "Other addresses are never opened, whoever sends them.",
        ),
        Field(
            "pop.command",
            "Program",
            "notify-send\n--\n{name}",
            "Started for a call: one argument a line, no shell. {event} is ring, answer or end, "
            "{link} the page.",
            kind="lines",
        ),
        Field(
            "pop.command_when",
            "It starts",
            choices=(
                ("ring", "when somebody calls"),
                ("answer", "when I answer"),
                ("end", "when a call is over"),
                ("each", "each of these times"),
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
