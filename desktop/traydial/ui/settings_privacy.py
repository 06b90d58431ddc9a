"""The page of the settings that says what is kept of people. Knows no Qt."""

from traydial.ui.settings_model import Field, Page

PRIVACY = Page(
    "Privacy",
    "lock",
    (
        Field(
            "privacy.hide_numbers",
            "Hide numbers in the log",
            help="Of each number the last two digits stay, so that a call can be followed.",
        ),
    ),
)
