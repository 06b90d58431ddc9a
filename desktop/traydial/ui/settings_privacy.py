"""The page of the settings that says what is kept of people. Knows no Qt."""

from traydial.ui.settings_model import Field, Page

PRIVACY = Page(
    "Privacy",
    "lock",
    (
        Field(
            "history.on",
            "Keep a history of my calls",
            help="Without it calls are remembered until Traydial ends. What was kept stays.",
        ),
        Field(
            "history.keep_days",
            "Keep calls for",
            help="Then they are deleted with their notes.",
            kind="days",
        ),
        Field(
            "blocked.numbers",
            "Blocked callers",
            "0900 123456\n+4930*\nwithheld",
            "One a line; +4930* is all that begin so. Whom you called may call back all the same.",
            kind="lines",
        ),
        Field(
            "blocked.action",
            "They are",
            choices=(
                ("silent", "not shown; the phone may ring"),
                ("decline", "declined"),
                ("divert", "sent to the extension below"),
            ),
        ),
        Field("blocked.divert_to", "Sent to", "*7001", "Your voicemail box, or an announcement."),
        Field(
            "privacy.hide_numbers",
            "Hide numbers in the log",
            help="Of each number the last two digits stay, so that a call can be followed.",
        ),
    ),
)
