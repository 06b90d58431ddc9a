"""Lays out what the Debian package holds: ``tree.py BUNDLE ROOT``; ``--share FOLDER`` a part.

Everything that describes the program is made from the program: it cannot grow stale.
"""

import gzip
import os
import platform
import shutil
import sys
from pathlib import Path

import manual  # beside this file

import traydial
from traydial.domain.provisioning import SUFFIX
from traydial.platforms import APP_ID, SCHEMES
from traydial.platforms.tel_handler.linux import ICON, desktop_entry, service

HERE, PROJECT = Path(__file__).parent, Path(__file__).parents[2]
HOME, COMMAND = "/usr/lib/traydial", "/usr/bin/traydial"
IMPORT = f"{APP_ID}.import"
_IMPORT = """\
[Desktop Entry]
Type=Application
Name=Traydial: import settings
Name[de]=Traydial: Einstellungen importieren
Name[ru]=Traydial: импорт настроек
Icon=org.traydial.Traydial
Exec={command} import %f
NoDisplay=true
Terminal=false
MimeType=application/x-traydial;
"""
_KIND = """\
<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="application/x-traydial">
    <comment>Settings for Traydial</comment>
    <comment xml:lang="de">Einstellungen für Traydial</comment>
    <comment xml:lang="ru">Настройки Traydial</comment>
    <sub-class-of type="text/plain"/>
    <glob pattern="*{suffix}"/>
  </mime-type>
</mime-info>
"""
SIZES = (16, 22, 24, 32, 48, 64, 128, 256)
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}


def lay_out(bundle: Path, root: Path) -> None:
    """Fill an empty folder."""
    shutil.copytree(bundle, root / HOME[1:], symlinks=True)
    command = root / COMMAND[1:]
    command.parent.mkdir(parents=True)
    command.symlink_to(os.path.relpath(f"{HOME}/traydial", Path(COMMAND).parent))
    describe(root / "usr", COMMAND)
    put(root, "/usr/share/man/man1/traydial.1.gz", manual.page(traydial.__version__))
    put(root, "/usr/share/bash-completion/completions/traydial", manual.bash())
    put(root, "/usr/share/zsh/vendor-completions/_traydial", manual.zsh())
    put(root, "/usr/share/fish/vendor_completions.d/traydial.fish", manual.fish())
    put(root, "/usr/share/doc/traydial/copyright", (PROJECT / "LICENSE").read_text("utf-8"))
    put(root, "/usr/share/doc/traydial/changelog.gz", (PROJECT / "CHANGELOG.md").read_text("utf-8"))
    for script in ("postinst", "prerm"):
        put(root, f"/DEBIAN/{script}", (HERE / script).read_text("utf-8"), mode=0o755)
    put(root, "/DEBIAN/control", control(root))


def describe(root: Path, command: str) -> None:
    """Write what a desktop is told of the program, below ``share``."""
    put(root, f"/share/applications/{APP_ID}.desktop", desktop_entry([command, "--"], SCHEMES))
    put(root, f"/share/applications/{IMPORT}.desktop", _IMPORT.format(command=command))
    put(root, f"/share/mime/packages/{APP_ID}.xml", _KIND.format(suffix=SUFFIX))
    put(root, f"/share/dbus-1/services/{APP_ID}.service", service([command]))
    metainfo = (HERE / f"{APP_ID}.metainfo.xml").read_text("utf-8")
    put(root, f"/share/metainfo/{APP_ID}.metainfo.xml", metainfo)
    icons = "/share/icons/hicolor"
    put(root, f"{icons}/scalable/apps/{APP_ID}.svg", ICON.read_text("utf-8"))
    for size in SIZES:
        draw(root / f"{icons}/{size}x{size}/apps/{APP_ID}.png"[1:], size)


def put(root: Path, path: str, text: str, mode: int = 0o644) -> None:
    """Write a file, packed where its name says so, without a time in it."""
    file = root / path[1:]
    file.parent.mkdir(parents=True, exist_ok=True)
    data = text.encode()
    file.write_bytes(gzip.compress(data, 9, mtime=0) if path.endswith(".gz") else data)
    file.chmod(mode)


def draw(file: Path, size: int) -> None:
    """Draw the icon in a size for desktops that draw no SVG."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _ = QGuiApplication.instance() or QGuiApplication([])
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(ICON)).render(painter)
    painter.end()
    file.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(file)):
        raise OSError(f"{file} could not be written")


def control(root: Path) -> str:
    """Return the package's description, with the libraries that its files need."""
    files = [file for file in root.rglob("*") if file.is_file() and not file.is_symlink()]
    return (
        (HERE / "control.in")
        .read_text("utf-8")
        .format(
            version=traydial.__version__,
            architecture=ARCHITECTURES[platform.machine()],
            kilobytes=sum(file.stat().st_size for file in files) // 1024,
            libc=platform.libc_ver()[1],
            libraries=", ".join(libraries()),
        )
    )


def libraries() -> list[str]:
    """Return what `make demo` installs for Qt: the one list of it, without what builds."""
    script = (PROJECT / "installers/dev/system-packages.sh").read_text("utf-8")
    entries = script.partition("demo=(")[2].partition(")")[0].split()
    return [" | ".join(entry.strip("'").split("|")) for entry in entries if "python" not in entry]


if __name__ == "__main__":
    if sys.argv[1] == "--share":
        describe(Path(sys.argv[2]), "traydial")
    else:
        lay_out(Path(sys.argv[1]), Path(sys.argv[2]))
