"""Writes the README's table of privileges anew: ``python -m tests.readme_table``."""

from pathlib import Path

from traydial.domain.privileges import markdown

README = Path(__file__).parents[1] / "README.md"
BEGIN, END = "<!-- privileges: python -m tests.readme_table -->\n", "<!-- end of privileges -->\n"

if __name__ == "__main__":
    text = README.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    README.write_text(f"{before}{BEGIN}\n{markdown()}\n{END}{after}", encoding="utf-8")
