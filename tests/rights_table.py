"""Writes the admin guide's table of privileges anew: ``python -m tests.rights_table``."""

from pathlib import Path

from traydial.domain.privileges import markdown

GUIDE = Path(__file__).parents[1] / "resources" / "docs" / "admin-guide.md"
BEGIN, END = "<!-- privileges: python -m tests.rights_table -->\n", "<!-- end of privileges -->\n"

if __name__ == "__main__":
    text = GUIDE.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    GUIDE.write_text(f"{before}{BEGIN}\n{markdown()}\n{END}{after}", encoding="utf-8")
