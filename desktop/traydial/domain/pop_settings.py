"""What is opened and started for a call, as it can be set."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from traydial.domain import setting_checks as checks
from traydial.domain.language import tr
from traydial.domain.places import CALL_PLACES
from traydial.domain.places import check as check_places
from traydial.domain.setting_checks import Check
from traydial.domain.web_address import WEB, check_scheme, check_template, scheme_of

PAGE_PLACES = CALL_PLACES | {"company", "ref"}
COMMAND_PLACES = PAGE_PLACES | {"event", "link"}
MOST_ARGUMENTS = 50
_SHELL = re.compile(
    r"(?:(?:ba|da|z|k|fi|c|tc)?sh|busybox|python[\d.]*w?|perl|ruby|node|php|lua)(?:\.exe)?", re.I
)
_SCRIPT = re.compile(r"-[a-z]*[cer]|--eval", re.I)
_ALL_SCRIPT = re.compile(r"(?:cmd|powershell|pwsh|ssh|su)(?:\.exe)?", re.I)


@dataclass(frozen=True, slots=True)
class PopSettings:
    """``url`` is a template of the page that is opened for whoever has no page of their own.

    ``sources`` are ``source -> template``; ``when`` is ``never``, ``click``, ``ring`` or
    ``answer``. Without ``unknown``, nothing opens by itself for a number that nobody has;
    with ``outgoing`` calls that one makes count too. ``command`` is a program and its
    arguments, started at ``command_when``: ``ring``, ``answer``, ``end`` or ``each``.
    """

    url: str = ""
    sources: tuple[str, ...] = ()
    when: str = "click"
    unknown: bool = True
    outgoing: bool = False
    schemes: tuple[str, ...] = WEB
    command: tuple[str, ...] = ()
    command_when: str = "ring"

    @property
    def by_source(self) -> Mapping[str, str]:
        """The templates by the name of their source, in small letters."""
        parts = (text.partition("->") for text in self.sources)
        return {name.strip().casefold(): template.strip() for name, _, template in parts}

    def problems(self) -> Iterator[tuple[str, str]]:
        """Yield what only shows when all keys are seen: the key and a sentence."""
        templates = [("url", self.url), *(("sources", text) for text in self.by_source.values())]
        for key, template in templates:
            scheme = scheme_of(template)
            if template and scheme not in self.schemes:
                yield (
                    key,
                    tr("begins with {scheme}:, which is not among the schemes", scheme=scheme),
                )


def as_page(value: object) -> str:
    """Take a template of an address, or an empty text."""
    text = checks.as_text(value)
    return check_template(text, PAGE_PLACES) if text else ""


def check_source(text: str) -> None:
    """Refuse what is no ``source -> template``."""
    name, arrow, template = text.partition("->")
    if not arrow or not name.strip():
        raise ValueError(tr("{text} must be written: source -> address", text=f"{text!r}"))
    check_template(template.strip(), PAGE_PLACES)


def as_command(value: object) -> tuple[str, ...]:
    """Take a program and its arguments, each of which may hold places."""
    words = checks.as_texts(lambda text: check_places(text, COMMAND_PLACES))(value)
    if not words:
        return ()
    program = re.split(r"[/\\]", words[0])[-1]
    if len(words) > MOST_ARGUMENTS:
        raise ValueError(tr("may have {most} arguments at most", most=MOST_ARGUMENTS))
    if "{" in words[0]:
        raise ValueError(tr("must begin with a program; a caller may not choose it"))
    if program.lower().endswith((".bat", ".cmd")):
        raise ValueError(tr("may not be a batch file: cmd.exe would read names as commands"))
    if _is_script(program, words[1:]):
        raise ValueError(
            tr(
                "may not have a place within a script: a name would be read as a command. "
                "Give it as an argument of its own"
            )
        )
    return tuple(words)


def _is_script(program: str, words: Sequence[str]) -> bool:
    """Tell whether a value would become a part of something that a shell runs."""
    first = next((place for place, word in enumerate(words) if "{" in word), None)
    if first is None:
        return False
    if _ALL_SCRIPT.fullmatch(program):  # they run whatever stands behind, put together again
        return not any(word.lower() == "-file" for word in words[:first])
    scripts = (text for before, text in pairwise(words) if _SCRIPT.fullmatch(before))
    return bool(_SHELL.fullmatch(program)) and any("{" in text for text in scripts)


CHECKS: Mapping[str, Check] = {
    "url": as_page,
    "sources": checks.as_texts(check_source),
    "when": checks.one_of("never", "click", "ring", "answer"),
    "unknown": checks.as_flag,
    "outgoing": checks.as_flag,
    "schemes": checks.as_texts(check_scheme),
    "command": as_command,
    "command_when": checks.one_of("ring", "answer", "end", "each"),
}
