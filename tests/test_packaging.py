"""What the packages say of the program is what it is; they themselves: `make installers-test`."""

import importlib.util
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from traydial import __version__, cli

LINUX = Path(__file__).parents[1] / "installers/linux"


@pytest.fixture(scope="module")
def manual():
    spec = importlib.util.spec_from_file_location("manual", LINUX / "manual.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_completions_know_every_verb_and_option(manual):
    verbs, options = manual.words()
    assert {*verbs} == {*cli._VERBS}
    assert all(verbs.values())
    assert {*cli._TEXTS, "--json", "--profile", "--headless"} <= {*options}
    for shell in (manual.bash(), manual.zsh(), manual.fish()):
        assert all(verb in shell for verb in verbs)
        assert all(option.removeprefix("--") in shell for option in options)


def test_the_completion_completes(manual):
    script = (
        f"{manual.bash()}\nCOMP_WORDS=(traydial pbx); COMP_CWORD=1; _traydial; "
        "echo ${COMPREPLY[@]}; COMP_WORDS=(traydial demo --rep); COMP_CWORD=2; _traydial; "
        "echo ${COMPREPLY[@]}"
    )
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("pbx-config\n--replay\n", "")


def test_the_manual_page_has_each_line_of_the_help(manual):
    page = manual.page(__version__).replace("\\-", "-")
    for verb, says in manual.entries()[0]:
        assert f".B {verb}\n{says}" in page


def test_the_software_centre_is_told_of_this_version():
    tree = ElementTree.parse(LINUX / "org.traydial.Traydial.metainfo.xml")
    versions = [release.get("version") for release in tree.iter("release")]
    assert versions[0] == __version__
