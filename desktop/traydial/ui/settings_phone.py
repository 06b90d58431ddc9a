"""The pages of the settings about the phone system, the phone and what is dialled. Knows no Qt."""

from traydial.domain.language import mark
from traydial.ui.settings_model import Field, Page

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
