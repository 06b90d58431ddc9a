"""Keeps the catalogues of the languages in step with the program.

`python -m installers.languages` (`make languages`) lets Qt's `lupdate` gather the texts into
`resources/languages/*.ts` and `lrelease` make of them the `*.qm` that the program reads. A text
that is new stands in the `.ts` as unfinished until somebody translates it; the tests say so.
"""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import PySide6

PROJECT = Path(__file__).resolve().parents[1]
PROGRAM = PROJECT / "desktop/traydial"
CATALOGUES = PROJECT / "resources/languages"
COMPILED = PROGRAM / "languages"
LANGUAGES = ("de", "ru")  # English is what the program is written in
_FUNCTIONS = "tr+=mark,tr+=plural"  # see desktop/traydial/domain/language.py


def catalogue(language: str, folder: Path = CATALOGUES) -> Path:
    """Return the file with the translations of a language."""
    return folder / f"traydial_{language}.ts"


def gather(language: str, folder: Path = CATALOGUES) -> None:
    """Write every text of the program into a catalogue; what is translated there stays."""
    sources = sorted(str(path.relative_to(PROJECT)) for path in PROGRAM.rglob("*.py"))
    _run(
        "lupdate",
        [
            *sources,
            *("-locations", "none", "-no-obsolete", "-tr-function-alias", _FUNCTIONS),
            *("-source-language", "en", "-target-language", language),
            *("-ts", str(catalogue(language, folder))),
        ],
    )


def compile_(language: str, folder: Path = COMPILED) -> Path:
    """Make of a catalogue what the program reads; return it."""
    made = folder / f"traydial_{language}.qm"
    _run("lrelease", ["-silent", str(catalogue(language)), "-qm", str(made)])
    return made


def _run(tool: str, arguments: Sequence[str]) -> None:
    program = Path(PySide6.__file__).with_name(tool)
    subprocess.run(  # noqa: S603 - Qt's own tool, on our own files
        [program, *arguments], check=True, cwd=PROJECT, stdout=subprocess.DEVNULL
    )


def main() -> int:
    """Bring all catalogues up to date."""
    for language in LANGUAGES:
        gather(language)
        compile_(language)
    return 0


if __name__ == "__main__":
    sys.exit(main())
