"""The catalogues have every text of the program, and every text of the program is in them."""

import ast
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET

import pytest
from installers import languages

MARKERS = ("tr", "mark", "plural")
ANY_TEXT = re.compile(r"[A-Za-z]{2,} [a-z]{2,} [a-z]|^[A-Z][a-z]+ [a-z]|[a-z]{3} [a-z]+[.…]$")
SENTENCE = re.compile(r"^[A-Z][a-z]+ [a-z].*[.?!…]$")
# the detail below a sentence stays as it is: it is what an administrator looks for
DETAILS = ("domain/errors.py", "domain/onward.py", "domain/asterisk_versions.py")
CONFIGS = ("domain/manager_account.py", "domain/privileges.py")  # a file's comments, a table
# what looks like words and is read by machines
NO_TEXT = re.compile(r"SELECT|<svg|<path|\.conf\b|\[Desktop Entry\]|write = ")
TO_MACHINES = {
    *("setObjectName", "setStyleSheet", "getLogger", "debug", "info", "warning", "error"),
    *("exception", "critical", "compile", "split", "TypeError", "RuntimeError", "LookupError"),
}


class Message:
    def __init__(self, element):
        self.source = element.findtext("source")
        self.comment = element.findtext("comment") or ""
        translation = element.find("translation")
        self.unfinished = translation.get("type") == "unfinished"
        self.counts = element.get("numerus") == "yes"
        forms = translation.findall("numerusform")
        self.told = [form.text or "" for form in forms] if self.counts else [translation.text or ""]

    def __repr__(self):
        return f"{self.source!r} -> {self.told}"


def messages(language, folder=languages.CATALOGUES):
    tree = ET.parse(languages.catalogue(language, folder))
    return [Message(element) for element in tree.iter("message")]


@pytest.mark.parametrize("language", languages.LANGUAGES)
def test_every_text_is_translated(language, tmp_path):
    shutil.copy(languages.catalogue(language), tmp_path)
    languages.gather(language, tmp_path)
    now = messages(language, tmp_path)
    missing = [m for m in now if m.unfinished or not all(m.told)]
    assert not missing, f"say it in {language}, in resources/languages: {missing}"
    known = {(m.source, m.comment) for m in messages(language)}
    assert known == {(m.source, m.comment) for m in now}, "run make languages"


@pytest.mark.parametrize("language", languages.LANGUAGES)
def test_the_program_reads_what_is_in_the_catalogue(language, tmp_path):
    made = languages.compile_(language, tmp_path)
    assert made.read_bytes() == (languages.COMPILED / made.name).read_bytes(), "run make languages"


@pytest.mark.parametrize(("language", "forms"), [("de", 2), ("ru", 3)])
def test_a_translation_is_made_like_its_text(language, forms):
    for message in messages(language):
        assert len(message.told) == (forms if message.counts else 1), message
        places = re.findall(r"\{\w*\}", message.comment if message.counts else message.source)
        for told in message.told:
            assert sorted(re.findall(r"\{\w*\}", told)) in (
                sorted(places),
                sorted({*places} - {"{n}"}),
            ), message
            if not message.counts:
                assert sorted(re.findall(r"\{\w*\}", told)) == sorted(places), message
            assert len(re.findall(r"&\w", told)) == len(re.findall(r"&\w", message.source)), message
            assert told == told.strip(" ") or message.source != message.source.strip(), message
            for end in ("…", "?", "\n"):
                assert told.endswith(end) == message.source.endswith(end), message


def test_what_is_translated_is_what_the_program_says():
    """Lupdate reads less than Python does: no f-strings, no lines joined by a backslash."""
    said = set()
    for _, tree in parsed():
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") in MARKERS:
                text, *rest = [getattr(argument, "value", None) for argument in call.args]
                if isinstance(text, str):
                    said.add((text, next((more for more in rest if isinstance(more, str)), "")))
    catalogue = {(m.source, m.comment) for m in messages(languages.LANGUAGES[0])}
    assert said == catalogue


def test_no_text_for_people_is_left_unmarked():
    """A sentence, or a word with a capital, that no marker surrounds and no machine reads."""
    unmarked = []
    for path, tree in parsed():
        place = path.relative_to(languages.PROGRAM).as_posix()
        if place in (*DETAILS, *CONFIGS) or place.startswith(("ami/", "demo/")):
            continue
        looks_like_text = ANY_TEXT if place.startswith(("ui/", "domain/")) else SENTENCE
        apart = beside_people(tree)
        unmarked += [
            f"{path.name}:{node.lineno} {node.value!r}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in apart
            and looks_like_text.search(node.value)
            and not NO_TEXT.search(node.value)
        ]
    assert not unmarked, "\n".join(unmarked)


def parsed():
    for path in sorted(languages.PROGRAM.rglob("*.py")):
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def beside_people(tree):
    """Return which constants nobody is shown: marked ones, docstrings, types, logs, faults."""
    apart = set()
    for node in ast.walk(tree):
        inner = ()
        if isinstance(node, ast.Expr):
            inner = [node.value] if isinstance(node.value, ast.Constant) else ()
        elif isinstance(node, ast.Call):
            name = getattr(node.func, "id", "") or getattr(node.func, "attr", "")
            if name in MARKERS or name in TO_MACHINES:
                inner = [part for a in node.args for part in ast.walk(a)]
        elif isinstance(node, ast.arg | ast.AnnAssign) and node.annotation:
            inner = ast.walk(node.annotation)
        apart |= {id(part) for part in inner}
    return apart


@pytest.mark.parametrize(
    ("locale", "told"),
    [
        ("de_AT.UTF-8", "den Befehl 'frob' gibt es nicht"),
        ("ru_RU.UTF-8", "команды 'frob' нет"),
        ("fr_FR.UTF-8", "there is no verb 'frob'"),
        ("C.UTF-8", "there is no verb 'frob'"),
    ],
)
def test_the_language_is_that_of_the_user(locale, told):
    said = subprocess.run(
        [sys.executable, "-m", "traydial", "frob"],
        env={**os.environ, "LC_ALL": locale, "PYTHONPATH": str(languages.PROGRAM.parent)},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert said.stderr == f"traydial: {told}. " + said.stderr.partition(". ")[2]
    assert said.returncode == 2
