"""Writes down what passed between the program and the PBX lately, for whoever can help."""

import asyncio
import secrets
import time
from pathlib import Path

from traydial.ami.recent import Recent
from traydial.ami.story import write_story
from traydial.domain.errors import NotSaved
from traydial.domain.settings import Settings, dump
from traydial.services.settings_file import write_private


async def save_story(
    folder: Path, settings: Settings, recent: Recent, secret: str, now: float
) -> Path:
    """Write a file of the user's alone; return which. Raises NotSaved.

    ``secret`` is left out wherever it stands; names and numbers are replaced by others.
    """
    file = folder / time.strftime("Traydial %Y-%m-%d %H.%M.%S.txt", time.localtime(now))
    messages = [*recent.messages()]

    def work() -> None:
        # nobody keeps the key: the pseudonyms of one file lead nowhere
        text = "".join(write_story(dump(settings), messages, secrets.token_bytes(32), secret))
        write_private(file, text)

    try:
        await asyncio.to_thread(work)
    except OSError as error:
        raise NotSaved(str(folder), error.strerror or str(error)) from error
    return file
