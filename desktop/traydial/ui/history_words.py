"""What the history says, sentence by sentence."""

from traydial.domain.errors import HistoryFault

FAULTS: dict[HistoryFault, tuple[str, str]] = {
    HistoryFault.DAMAGED: (
        "The call history could not be read, so a new one was begun.",
        "The old file was kept beside it.",
    ),
    HistoryFault.TOO_NEW: (
        "A newer Traydial wrote the call history.",
        "New calls are not added to it; update Traydial.",
    ),
    HistoryFault.FULL: (
        "The disk is full, so calls are not added to the history.",
        "Make room; later calls are added again.",
    ),
    HistoryFault.IN_USE: (
        "Traydial on another computer uses the call history.",
        "Calls of this computer are not added to it.",
    ),
    HistoryFault.UNWRITABLE: (
        "The call history cannot be opened or written.",
        "Look who may write to its folder.",
    ),
    HistoryFault.GONE: ("This call is not in the history any more.", "Open the history again."),
    HistoryFault.CLOSED: ("The call history is closed.", "Start Traydial again."),
    HistoryFault.NOT_EXPORTED: (
        "The calls could not be written to that file.",
        "Choose another folder.",
    ),
}
