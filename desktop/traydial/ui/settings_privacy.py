"""The page of the settings that says what is kept of people. Knows no Qt."""

from traydial.domain.language import mark
from traydial.ui.settings_model import Field, Page

PRIVACY = Page(
    mark("Privacy"),
    "lock",
    (
        Field(
            "history.on",
            mark("Keep a history of my calls"),
            help=mark("Without it calls are remembered until Traydial ends. What was kept stays."),
        ),
        Field(
            "history.keep_days",
            mark("Keep calls for"),
            help=mark("Then they are deleted with their notes."),
            kind="days",
        ),
        Field(
            "blocked.numbers",
            mark("Blocked callers"),
            "0900 123456\n+4930*\nwithheld",
            mark(
                "One a line; +4930* is all that begin so. "
                "Whom you called may call back all the same."
            ),
            kind="lines",
        ),
        Field(
            "blocked.action",
            mark("They are"),
            choices=(
                ("silent", mark("not shown; the phone may ring")),
                ("decline", mark("declined")),
                ("divert", mark("sent to the extension below")),
            ),
        ),
        Field(
            "blocked.divert_to",
            mark("Sent to"),
            "*7001",
            mark("Your voicemail box, or an announcement."),
        ),
        Field(
            "privacy.hide_numbers",
            mark("Hide numbers in the log"),
            help=mark("Of each number the last two digits stay, so that a call can be followed."),
        ),
    ),
)
