"""The pages of the settings about what Traydial does on this computer. Knows no Qt."""

from traydial.domain.language import AS_THE_SYSTEM, mark
from traydial.ui.settings_model import Field, Page

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
