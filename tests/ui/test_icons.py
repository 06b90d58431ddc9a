from pathlib import Path

import traydial.ui
from traydial.ui.look import icon_names


def test_every_icon_is_used_and_has_its_licence_beside_it():
    folder = Path(traydial.ui.__file__).parent
    source = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    assert [name for name in icon_names() if f'"{name}"' not in source] == []
    assert "ISC" in (folder / "icons" / "LICENSE").read_text(encoding="utf-8")
