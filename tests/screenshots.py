"""Draws every window in light and dark: ``python -m tests.screenshots [FOLDER]``.

Starts an X server of its own with a window manager that composes, so that the pictures
are those of a real desktop and need none.
"""

import sys
from pathlib import Path

from tests.desktop.xlab import XLab

FOLDER = Path(__file__).parents[1] / "resources" / "screenshots"
SCHEMES = ("light", "dark")


def main():
    folder = Path(sys.argv[1]) if sys.argv[1:] else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    with XLab(compositor=True) as lab:
        for scale in ("1", "2"):
            lab.run(
                [sys.executable, "-m", "tests.screenshots", "--draw", scale, str(folder)],
                timeout=240,
                QT_SCALE_FACTOR=scale,
            )
        for path in folder.glob("*.png"):  # 256 colours are plenty, and a third of the size
            lab.run(["convert", str(path), "-strip", "+dither", "-colors", "256", f"png8:{path}"])
    total = sum(path.stat().st_size for path in folder.glob("*.png"))
    print(f"{len([*folder.glob('*.png')])} pictures in {folder}, {total // 1024} kB")


def draw(scale, folder):
    from PySide6.QtCore import QLocale
    from PySide6.QtGui import QCursor, QFont
    from PySide6.QtWidgets import QApplication

    app = QApplication(["traydial"])
    QLocale.setDefault(QLocale("en_GB"))  # the same on every machine
    app.setStyle("Fusion")
    app.setCursorFlashTime(0)
    QCursor.setPos(1, 1)
    app.setFont(QFont("Noto Sans", 10))
    from tests.screens import Studio, scenes

    for scheme in SCHEMES:
        studio = Studio(app, scheme, folder, "" if scale == 1 else f"@{scale}x")
        for name, scene in scenes().items():
            if scale == 1 or name in ("incoming", "tray-icons"):
                studio.shoot(name, scene)
    app.quit()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--draw"]:
        draw(int(sys.argv[2]), Path(sys.argv[3]))
    else:
        main()
