"""Files of the Desktop Entry Specification 1.5, and how they are written."""

import os
import tempfile
from pathlib import Path

# what the program is, in the languages that it speaks
GENERIC_NAME = """\
GenericName=Click to dial
GenericName[de]=Wählen per Klick
GenericName[ru]=Набор номера по щелчку"""
COMMENT = """\
Comment=Dial any number with your desk phone
Comment[de]=Jede Nummer mit dem Tischtelefon wählen
Comment[ru]=Набор любого номера с настольного телефона"""
_RESERVED = frozenset(" \"'\\><~|&;$*?#()`")  # of the Exec key


def quoted(argument: str) -> str:
    """Quote an argument for Exec ("The Exec key"). Raises OSError."""
    if any(ord(c) < 32 for c in argument):
        raise OSError(f"a path holds a control character: {argument!r}")
    if argument and not _RESERVED & {*argument}:
        return argument.replace("%", "%%")  # the generic xdg-open knows no quotes
    inner = "".join(f"\\{c}" if c in '"`$\\' else c for c in argument)
    # a string value escapes the backslash once more, and % begins a field code
    return '"' + inner.replace("\\", "\\\\").replace("%", "%%") + '"'


def write(file: Path, text: str) -> None:
    """Replace a file's content at once or not at all. Raises OSError."""
    target = file.resolve()  # a linked list of defaults stays linked
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(text.encode("utf-8", "surrogateescape"))
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o644
        Path(name).chmod(mode)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
