"""Writes the MSI: the payload's components, the registry keys of links, and wixl."""

import subprocess
import tempfile
from pathlib import Path
from xml.sax.saxutils import quoteattr

TEMPLATE = Path(__file__).with_name("traydial.wxs")
SCHEMES, FREE = ("tel", "callto", "traydial"), ("traydial",)  # nobody else has our own scheme
OPEN = '"[INSTALLDIR]traydialw.exe" -- "%1"'

# Asks the copy of whoever installs it to end, before it is looked which files are in use. Type
# 34 + 64: a program in a folder, whatever it returns, for at first there is none. wixl cannot
# say that. "At the start" is after CostFinalize, when folders are known.
QUIT = (
    "INSERT INTO `CustomAction` (`Action`, `Type`, `Source`, `Target`)"
    """ VALUES ('QuitCopy', 98, 'INSTALLDIR', '"[INSTALLDIR]traydialw.exe" quit')""",
    "INSERT INTO `InstallExecuteSequence` (`Action`, `Condition`, `Sequence`)"
    " VALUES ('QuitCopy', '', 1010)",
)


def wxs() -> str:
    """Return the description of the package, with a class for each kind of link."""
    links = [line for scheme in SCHEMES for line in _offered(scheme)]
    links += [line for scheme in FREE for line in _class(scheme, scheme)]
    claim = [line for s in SCHEMES if s not in FREE for line in _class(s, s)]
    text = TEMPLATE.read_text("utf-8")
    return text.replace("@LINKS@", "\n".join(links)).replace("@CLAIM@", "\n".join(claim))


def build(payload: Path, version: str, target: Path) -> None:
    """Pack a folder. Raises CalledProcessError."""
    files = sorted(str(file) for file in payload.rglob("*") if file.is_file())
    with tempfile.TemporaryDirectory() as folder:
        described, parts = Path(folder, "traydial.wxs"), Path(folder, "payload.wxs")
        described.write_text(wxs(), "utf-8")
        heat = [
            "wixl-heat", "--prefix", f"{payload}/", "--component-group", "Payload",
            "--var", "var.PAYLOAD", "--directory-ref", "INSTALLDIR", "--win64",
        ]  # fmt: skip
        done = subprocess.run(
            heat, input="\n".join(files), stdout=subprocess.PIPE, text=True, check=True
        )
        parts.write_text(done.stdout, "utf-8")
        subprocess.run(
            [
                "wixl", "--arch", "x64", "-D", f"VERSION={version}",
                "-D", f"PAYLOAD={payload.name}",
                "-D", "Win64=yes", "--output", target, described, parts,
            ],
            cwd=payload.parent,  # wixl knows no absolute paths
            check=True,
        )  # fmt: skip
    for sql in QUIT:
        subprocess.run(["msibuild", target, "-q", sql], check=True)


def _offered(scheme: str) -> list[str]:
    kind = f"Traydial.{scheme}"
    return [
        *_class(kind, scheme),
        _value(rf"Software\Classes\{kind}\Application", "ApplicationName", "Traydial"),
        _value(r"Software\Traydial\Capabilities\URLAssociations", scheme, kind),
    ]


def _class(kind: str, scheme: str) -> list[str]:
    key = rf"Software\Classes\{kind}"
    return [
        _value(key, "", f"URL:Traydial {scheme}"),
        _value(key, "URL Protocol", ""),
        _value(rf"{key}\DefaultIcon", "", "[INSTALLDIR]traydialw.exe,0"),
        _value(rf"{key}\shell\open\command", "", OPEN),
    ]


def _value(key: str, name: str, value: str) -> str:
    named = f" Name={quoteattr(name)}" if name else ""
    return (
        f'        <RegistryValue Root="HKLM" Key={quoteattr(key)}{named} Type="string"'
        f" Value={quoteattr(value)} />"
    )
