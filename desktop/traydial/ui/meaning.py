"""What a colour says. Imports no Qt: presenters choose the meaning, ``look`` the colour."""

from enum import Enum


class Meaning(Enum):
    """What a colour says; always next to an icon or a word that says it too."""

    GO = "go"  # takes or makes a call
    END = "end"  # ends it, or went wrong
    RECORDING = "recording"
    ATTENTION = "attention"
