"""What the packages say of the program is what it is; they themselves: `make installers-test`."""

import importlib.util
import plistlib
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
from installers.release import built, sums, unnamed
from PySide6.QtGui import QImageReader

from traydial import __version__, cli
from traydial.domain.language import LANGUAGES
from traydial.domain.provisioning import SUFFIX
from traydial.platforms import SCHEMES
from traydial.platforms.tel_handler.macos import BUNDLE

INSTALLERS = Path(__file__).parents[1] / "installers"
LINUX = INSTALLERS / "linux"


_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def script(name):
    """Load what lies beside the packages and is no module of theirs."""
    spec = importlib.util.spec_from_file_location(name, LINUX / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def manual():
    return script("manual")


@pytest.fixture
def tree(monkeypatch, manual):
    monkeypatch.setitem(sys.modules, "manual", manual)
    return script("tree")


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


@pytest.mark.parametrize("language", [name for name in LANGUAGES if name != "en"])
def test_file_manager_and_software_centre_speak_it(tree, language):
    written = {}
    tree.put = lambda root, path, text, mode=0: written.update({Path(path).name: text})
    tree.draw = lambda file, size: None
    tree.describe(Path(), "/usr/bin/traydial")
    assert f"\nName[{language}]=" in written[f"{tree.IMPORT}.desktop"]
    assert f"\nComment[{language}]=" in written[f"{tree.APP_ID}.desktop"]
    kind = ElementTree.fromstring(written[f"{tree.APP_ID}.xml"])
    program = ElementTree.fromstring(written[f"{tree.APP_ID}.metainfo.xml"])
    for told, word in ((kind, "comment"), (program, "summary"), (program, "p")):
        said = [e.get(_LANGUAGE, "en") for e in told.iter() if e.tag.rpartition("}")[2] == word]
        assert language in said


def test_a_version_that_nobody_reads_about_is_not_released(tmp_path):
    folder = tmp_path / "installers/linux"
    folder.mkdir(parents=True)
    (tmp_path / "CHANGELOG.md").write_text("## [Unreleased]\n\n## [1.2.0] - 2026-11-23\n")
    metainfo = folder / "org.traydial.Traydial.metainfo.xml"
    metainfo.write_text('<release version="1.2.0" date="2026-11-23"/>')
    assert unnamed(tmp_path, "1.2.0") == []
    assert unnamed(tmp_path, "1x2.0") == ["CHANGELOG.md", str(metainfo.relative_to(tmp_path))]
    metainfo.write_text('<release version="1.2" date="2026-11-23"/>')
    assert unnamed(tmp_path, "1.2.0") == [str(metainfo.relative_to(tmp_path))]


def test_the_checksums_are_those_of_sha256sum(tmp_path):
    (tmp_path / "windows").mkdir()
    (tmp_path / "windows/Traydial-1.2.0.msi").write_bytes(b"c")
    (tmp_path / "traydial_1.2.0_amd64.deb").write_bytes(b"a")
    (tmp_path / "traydial-1.1.0.whl").write_bytes(b"b")
    files = built(tmp_path, "1.2.0")
    (tmp_path / "SHA256SUMS").write_text(sums(files, tmp_path))
    done = subprocess.run(
        ["sha256sum", "--check", "SHA256SUMS"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "traydial_1.2.0_amd64.deb: OK\nwindows/Traydial-1.2.0.msi: OK\n"


@pytest.fixture
def mac_build(monkeypatch, tmp_path):
    """Note what PyInstaller is told on a Mac, by the words that its spec is written in."""
    noted = {}

    def note(word):
        def called(*parts, **named):
            noted[word] = SimpleNamespace(parts=parts, binaries=[], pure=[], scripts=[], **named)
            return noted[word]

        return called

    hooks = ModuleType("PyInstaller.utils.hooks")
    hooks.collect_data_files = hooks.collect_submodules = hooks.copy_metadata = lambda package: []
    for name in ("PyInstaller", "PyInstaller.utils"):
        monkeypatch.setitem(sys.modules, name, ModuleType(name))
    monkeypatch.setitem(sys.modules, hooks.__name__, hooks)
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(sys, "path", [*sys.path])
    spec = INSTALLERS / "pyinstaller/traydial.spec"
    words = ("Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE")
    names = {word: note(word) for word in words}
    names |= {"SPECPATH": str(spec.parent), "workpath": str(tmp_path)}
    exec(compile(spec.read_text("utf-8"), spec, "exec"), names)
    return noted


def test_a_mac_starts_the_program_shows_it_and_finds_its_menu(mac_build):
    application, program = mac_build["BUNDLE"], mac_build["EXE"]
    info = application.info_plist
    assert application.bundle_identifier == BUNDLE
    assert info["CFBundleShortVersionString"] == __version__
    assert program.console is False  # PyInstaller would forbid it to show anything
    assert program.name == info["CFBundleName"] == info["NSServices"][0]["NSPortName"]
    assert application.name == f"{program.name}.app"
    menus = {folder for _, folder in mac_build["Analysis"].datas}
    assert menus == {f"{language}.lproj" for language in LANGUAGES if language != "en"}
    icon = QImageReader(application.icon)
    drawn = [icon.read().width() for n in range(icon.imageCount()) if icon.jumpToImage(n)]
    assert (icon.format().data(), sorted(drawn)) == (b"icns", [32, 64, 128, 256, 512, 1024])


def test_the_bundle_for_macs_is_as_the_program_expects():
    folder = INSTALLERS / "macos"
    info = plistlib.loads((folder / "Info.plist").read_bytes())
    assert info["CFBundleURLTypes"][0]["CFBundleURLSchemes"] == [*SCHEMES]
    assert info["LSUIElement"] is True
    (kind,), (opened,) = info["UTExportedTypeDeclarations"], info["CFBundleDocumentTypes"]
    assert opened["LSItemContentTypes"] == [kind["UTTypeIdentifier"]]
    ending = kind["UTTypeTagSpecification"]["public.filename-extension"]
    assert ending == [SUFFIX.removeprefix(".")]
    rights = plistlib.loads((folder / "entitlements.plist").read_bytes())
    assert all(name.startswith("com.apple.security.cs.") for name in rights)
    assert "UNTESTED" in (folder / "build.sh").read_text()
