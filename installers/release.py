"""Gathers a release in ``dist``: ``python -m installers.release`` after everything is built.

The version must be named where people read about it; checksums and a list of what is inside
(CycloneDX) go with the files.
"""

import hashlib
import re
import subprocess
import sys
from pathlib import Path

from traydial import __version__

PROJECT = Path(__file__).parents[1]
DIST = PROJECT / "dist"
KINDS = ("*.whl", "*.deb", "*-setup.exe", "*.msi")
SUMS = "SHA256SUMS"


def unnamed(project: Path, version: str) -> list[str]:
    """Return the files that have to name this version and do not."""
    wanted = {
        "CHANGELOG.md": rf"^## \[{re.escape(version)}\] - \d{{4}}-\d\d-\d\d$",
        "installers/linux/org.traydial.Traydial.metainfo.xml": (
            rf'<release version="{re.escape(version)}" date="\d{{4}}-\d\d-\d\d"'
        ),
    }
    return [
        name
        for name, pattern in wanted.items()
        if not re.search(pattern, (project / name).read_text("utf-8"), re.MULTILINE)
    ]


def built(dist: Path, version: str) -> list[Path]:
    """Return what there is of this version."""
    return sorted(f for kind in KINDS for f in dist.rglob(kind) if version in f.name)


def sums(files: list[Path], dist: Path) -> str:
    """Return the checksums as sha256sum writes them in that folder."""
    digests = ((hashlib.sha256(f.read_bytes()).hexdigest(), f.relative_to(dist)) for f in files)
    return "".join(f"{digest}  {name}\n" for digest, name in digests)


def main() -> int:
    """Say what is wrong, or write checksums and the list of parts."""
    if missing := unnamed(PROJECT, __version__):
        sys.stderr.write(f"Version {__version__} is not named in {' and '.join(missing)}.\n")
        return 1
    parts = DIST / f"traydial-{__version__}.cdx.json"
    lock = PROJECT / "resources/locks/build.txt"
    tool = Path(sys.executable).with_name("cyclonedx-py")
    subprocess.run(  # noqa: S603 - a tool of the lock
        [tool, "requirements", lock, "--output-reproducible", "--output-file", parts],
        check=True,
    )
    files = [*built(DIST, __version__), parts]
    (DIST / SUMS).write_text(sums(files, DIST), "utf-8")
    sys.stdout.write("".join(f"{file}\n" for file in [*files, DIST / SUMS]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
