"""What the guides say is there: links, pictures, commands, settings, exit codes."""

import ast
import os
import re
import shlex
import tomllib
from functools import cache
from itertools import chain
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from traydial import cli
from traydial.app import exits
from traydial.app.commands import describe
from traydial.app.doctor import as_record
from traydial.domain.calls import Call, Cause, Direction, Phase
from traydial.domain.privileges import Ability
from traydial.domain.settings import Settings, dump, read
from traydial.services.secrets import VARIABLE, variable_of
from traydial.ui.actions import Check, Grade
from traydial.ui.doctor_words import GOOD_PRACTICES
from traydial.ui.settings_form import PAGES

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "resources" / "docs"
SETTINGS = (DOCS / "settings.md").read_text("utf-8")
COMMANDS = (DOCS / "command-line.md").read_text("utf-8")
BLOCK = re.compile(r"^( *)```(\w*)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
INDENTED = re.compile(r"(?:^ {4}\S.*\n?)+", re.MULTILINE)
INLINE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
LINK = re.compile(r"\[[^\]\[]*(?:\[[^\]]*\][^\]\[]*)*\]\(([^()\s]+)\)")


def pages():
    """Yield every page of the project, none of what tools have left."""
    for folder, inner, files in os.walk(ROOT):
        inner[:] = [n for n in inner if n[0] not in "._" and n not in ("build", "dist")]
        yield from (Path(folder, name) for name in files if name.endswith(".md"))


PAGES_OF_TEXT = sorted(pages())
each_page = pytest.mark.parametrize(
    "page", PAGES_OF_TEXT, ids=[str(page.relative_to(ROOT)) for page in PAGES_OF_TEXT]
)
guides = pytest.mark.parametrize(
    "page", [ROOT / "README.md", *sorted(DOCS.glob("*.md"))], ids=lambda page: page.name
)


@cache
def prose(page):
    """Return a page without its blocks of code."""
    return BLOCK.sub("", page.read_text("utf-8"))


def blocks(page, kind=None):
    found = BLOCK.findall(page.read_text("utf-8"))
    return [re.sub(f"(?m)^{indent}", "", text) for indent, k, text in found if kind in (None, k)]


@cache
def code(page):
    """Return what a reader could type: the lines of blocks, and what stands within a line."""
    lines = chain.from_iterable(text.splitlines() for text in blocks(page))
    indented = (line.strip() for text in INDENTED.findall(prose(page)) for line in text.split("\n"))
    return [*lines, *indented, *INLINE.findall(prose(page))]


@cache
def anchors(page):
    """Return the places that links can lead to, named as GitHub does it."""
    titles = re.findall(r"^#+ (.*)$", prose(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


# -- links and pictures ---------------------------------------------------------------------------


@each_page
def test_every_link_leads_somewhere(page):
    for target in LINK.findall(INLINE.sub("", prose(page))):
        if re.match(r"https?://|mailto:", target):
            continue
        path, _, anchor = unquote(target).partition("#")
        there = (page.parent / path).resolve() if path else page
        assert there.exists(), target
        if anchor:
            assert anchor in anchors(there), target


def test_the_pictures_are_those_that_are_drawn():
    from tests.screens import scenes

    drawn = scenes()
    for page in PAGES_OF_TEXT:
        for target in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", prose(page)):
            folder, name = (page.parent / target).resolve().parent, Path(target).stem
            assert folder == ROOT / "resources" / "screenshots"
            assert re.sub(r"-(light|dark)$", "", name) in drawn, target


@guides
def test_every_picture_is_told_in_words(page):
    assert all(re.findall(r"!\[([^\]]*)\]", prose(page)))


def test_the_readme_is_short_and_leads_to_every_guide():
    readme = (ROOT / "README.md").read_text("utf-8")
    assert len(readme.splitlines()) <= 160
    assert all(f"(resources/docs/{guide.name}" in readme for guide in DOCS.glob("*.md"))


@guides
def test_every_file_that_is_named_is_there(page):
    for name in re.findall(r"(?<![\w/.*-])[\w.-][\w./-]*/[\w.-]+\.(?:py|md|sh|xml)\b", prose(page)):
        folders = (page.parent, ROOT, ROOT / "desktop" / "traydial")
        assert any((folder / name).exists() for folder in folders), name


@pytest.mark.parametrize("name", ["README.md", "resources/docs/user-guide.md"])
def test_what_is_said_to_be_on_the_screen_is_a_text_of_the_program(name):
    catalogue = ElementTree.parse(ROOT / "resources" / "languages" / "traydial_de.ts")
    texts = [source.text.replace("&", "") for source in catalogue.iter("source")]
    shown = {text.removesuffix("…") for text in texts}
    filled = (re.sub(r"\\\{\w+\\\}", ".+", re.escape(text)) for text in texts if "{" in text)
    pattern = re.compile("|".join(filled))
    plain = INLINE.sub("", prose(ROOT / name)).replace("**", "")
    for italic in re.findall(r"(?<![\w*])\*([^*\n]+)\*", plain):
        for text in italic.split(" → "):
            assert text.removesuffix("…") in shown or pattern.fullmatch(text), italic


# -- commands -------------------------------------------------------------------------------------


def typed(line):
    """Yield the arguments of each ``traydial …`` in a line, choices taken one by one."""
    for command in re.findall(r"(?<![\w/.\['-])traydial ((?:[a-z-]).*?)(?:  |\s#|$)", line):
        told = re.sub(r"\bon\|off\b", "on", command)
        if "[" not in told:
            yield shlex.split(told)
            continue
        yield shlex.split(re.sub(r"\s*\[[^\]]*\]", "", told))
        yield shlex.split(re.sub(r"\[([^\]]*)\]", r"\1", told).replace("SOURCE", "ldap"))


@each_page
def test_every_command_of_the_program_is_one(page):
    for line in code(page):
        for arguments in typed(line):
            if arguments not in ([verb] for verb in cli._VERBS):  # that is its name alone
                cli.parse(arguments)  # raises UsageError


def test_a_command_that_is_none_would_be_seen():
    for wrong in ("traydial call NUMBER", "so: traydial quit now", "traydial secret set [WHOSE]"):
        *_, arguments = typed(wrong)
        with pytest.raises(cli.UsageError):
            cli.parse(arguments)


def made(line):
    return (words.split() for words in re.findall(r"\bmake ((?:[a-z][a-z-]*\b ?)+)", line))


@cache
def targets():
    return {*re.findall(r"(?m)^([a-z][a-z-]*):.*## ", (ROOT / "Makefile").read_text("utf-8"))}


@each_page
def test_every_target_of_make_is_one(page):
    for line in code(page):
        assert all({*words} <= targets() | {"venv-test"} for words in made(line)), line


def test_every_target_of_make_is_told_to_developers():
    lines = code(DOCS / "developer-guide.md")
    assert targets() <= {*chain.from_iterable(chain.from_iterable(map(made, lines)))}


@each_page
def test_every_module_that_is_run_is_there(page):
    for name in re.findall(r"python -m ((?:tests|installers)[\w.]*)", "\n".join(code(page))):
        path = ROOT.joinpath(*name.split("."))
        assert path.with_suffix(".py").exists() or (path / "__main__.py").exists(), name


def test_every_verb_option_and_source_is_told():
    told = [arguments for line in code(DOCS / "command-line.md") for arguments in typed(line)]
    assert {*cli._VERBS} <= {cli.parse(arguments).verb for arguments in told}
    options = {*re.findall(r"--[a-z-]+", cli.USAGE)}
    assert options <= {*re.findall(r"--[a-z-]+", COMMANDS)}
    assert all(re.search(rf"SOURCE: .*\b{source}\b", COMMANDS) for source in cli._SOURCES)


def test_every_exit_code_is_told_and_no_other():
    there = {value for name, value in vars(exits).items() if name.isupper() and name[0] != "_"}
    assert {int(n) for n in re.findall(r"^\| (\d+) \|", COMMANDS, re.MULTILINE)} == there


def test_the_json_is_told_as_it_is():
    told = COMMANDS.partition("## JSON")[2].partition("`doctor --json`")[0]
    line = describe(Call("1", Direction.IN, Phase.RINGING, "7002", ""), 0.0)
    assert re.findall(r'"(\w+)"(?=[,:}])', told) == [*line]
    assert re.search(r'"phase": "([^"]*)"', told)[1].split("|") == [phase.value for phase in Phase]
    causes = re.search(r"`cause` is empty or one of: ([^.]*)\.", told)[1]
    assert causes.replace("\n", " ").split(", ") == [cause.value for cause in Cause]


def keys_in(source):
    """Yield the keys of checks that stand in a source as they are."""
    for call in ast.walk(ast.parse(source)):
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "Check":
            named = [keyword.value for keyword in call.keywords if keyword.arg == "key"]
            keys = named or call.args[3:4]
            yield from (key.value for key in keys if isinstance(key, ast.Constant))


def test_the_doctors_keys_are_told_and_no_others():
    app = ROOT / "desktop" / "traydial" / "app"
    files = (*app.glob("check*.py"), app / "examination.py")
    given = set(chain.from_iterable(keys_in(file.read_text("utf-8")) for file in files))
    table = COMMANDS.partition("| key | looks at |")[2].partition("\n\n")[0]
    told = {*re.findall(r"`(\w+)`", table)}
    rights = {f"may_{ability.name.lower()}" for ability in Ability}
    practices = {f"manager_{name}" for name in GOOD_PRACTICES}
    assert {key for key in told if key.startswith("may_")} <= rights
    assert told - rights == given | practices
    line = as_record(Check(True, "", key="tray"))
    shape = re.search(r"one line a check: `\{([^}]*)\}", COMMANDS)[1]
    assert re.findall(r'"(\w+)"', shape) == [*line]
    assert re.findall(r"`(\w+)`", COMMANDS.partition("`grade` is ")[2])[:3] == [*map(str, Grade)]


# -- settings -------------------------------------------------------------------------------------


def test_every_setting_is_told_and_no_other():
    tables = tomllib.loads("\n".join(blocks(DOCS / "settings.md", "toml")))
    assert {section: {*keys} for section, keys in tables.items()} == {
        section: {*keys} for section, keys in dump(Settings()).items()
    }


def test_what_is_no_example_is_the_default():
    defaults = dump(Settings())
    section, examples, seen = "", False, 0
    for line in "\n".join(blocks(DOCS / "settings.md", "toml")).splitlines():
        if head := re.match(r"\[(\w+)\]", line):
            section, examples = head[1], "example" in line
        elif (key := re.match(r"(\w+) = ", line)) and not examples and "# example" not in line:
            assert tomllib.loads(line)[key[1]] == defaults[section][key[1]], line
            seen += 1
    assert seen > 40


@each_page
def test_what_is_shown_of_settings_is_right(page):
    for text in blocks(page, "toml"):
        assert read(tomllib.loads(text))[1] == []


def test_the_variables_for_passwords_are_told():
    for name in (VARIABLE, *(variable_of(source) for source in cli._SOURCES)):
        assert f"`{name}`" in SETTINGS


@guides
def test_every_page_of_the_settings_that_is_named_is_there(page):
    titles = {shown.title for shown in PAGES}
    for named in re.findall(r"\*Settings → ([^*→]+?)(?: →[^*]*)?\*", prose(page)):
        assert named in titles
