"""Writes the templates for group policies: ``python -m installers.windows.policy_files``.

One policy for each setting, in the words of the settings window; a test compares the files
with what this makes.
"""

from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from traydial.domain.settings import Settings, dump
from traydial.ui.settings_form import PAGES
from traydial.ui.settings_model import Field

FOLDER = Path(__file__).parent / "policy"
ADMX, ADML = FOLDER / "traydial.admx", FOLDER / "en-US" / "traydial.adml"
KEY = r"Software\Policies\Traydial"
_NAMESPACE = "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions"
_SUPPORTED = "SUPPORTED_Traydial"
_ROOT = "Traydial"
_LONGEST = "4096"
_SIGNER = Field(
    "provisioning.key",
    "Key that imported settings are signed with",
    help="A public Ed25519 key in Base64. Files with settings that are not signed with it are "
    "not imported.",
)


class _Templates:
    """Both files as they grow. Texts stand in the second one, by name."""

    def __init__(self) -> None:
        self.admx = Element(
            "policyDefinitions", xmlns=_NAMESPACE, revision="1.0", schemaVersion="1.0"
        )
        spaces = SubElement(self.admx, "policyNamespaces")
        SubElement(spaces, "target", prefix="traydial", namespace="Traydial.Policies")
        SubElement(self.admx, "resources", minRequiredRevision="1.0")
        supported = SubElement(SubElement(self.admx, "supportedOn"), "definitions")
        self._categories = SubElement(self.admx, "categories")
        self._policies = SubElement(self.admx, "policies")
        self.adml = Element(
            "policyDefinitionResources", xmlns=_NAMESPACE, revision="1.0", schemaVersion="1.0"
        )
        SubElement(self.adml, "displayName").text = "Traydial"
        SubElement(self.adml, "description").text = "Settings of Traydial that are locked"
        resources = SubElement(self.adml, "resources")
        self._strings = SubElement(resources, "stringTable")
        self._presentations = SubElement(resources, "presentationTable")
        SubElement(
            supported, "definition", name=_SUPPORTED, displayName=self._text(_SUPPORTED, _WHERE)
        )
        self._category(_ROOT, "Traydial", "")

    def page(self, number: int, title: str, fields: tuple[Field, ...]) -> None:
        """Add a category with a policy for each field."""
        category = f"Page{number}"
        self._category(category, title, _ROOT)
        for field in fields:
            self._policy(category, field)

    def _policy(self, category: str, field: Field) -> None:
        section, key = field.place.split(".")
        name = f"{section}_{key}"
        value = _VALUES.get(section, {}).get(key, "")
        group = f"{field.group.title}: " if field.group else ""
        policy = SubElement(
            self._policies,
            "policy",
            {
                "name": name,
                "class": "Both",
                "displayName": self._text(name, f"{group}{field.label}"),
                "explainText": self._text(f"{name}_explain", _explained(field)),
                "key": rf"{KEY}\{section}",
            },
        )
        if isinstance(value, bool):
            policy.set("valueName", key)
        else:
            policy.set("presentation", f"$(presentation.{name})")
        SubElement(policy, "parentCategory", ref=category)
        SubElement(policy, "supportedOn", ref=_SUPPORTED)
        if isinstance(value, bool):
            for state, number in (("enabledValue", "1"), ("disabledValue", "0")):
                SubElement(SubElement(policy, state), "decimal", value=number)
            return
        elements = SubElement(policy, "elements")
        shown = SubElement(self._presentations, "presentation", id=name)
        if isinstance(value, int):
            least, most = _limits(field)
            given = {"minValue": str(least), "maxValue": str(most), "required": "true"}
            SubElement(elements, "decimal", {"id": name, "valueName": key, **given})
            box = SubElement(shown, "decimalTextBox", refId=name, defaultValue=str(value))
            box.text = field.label
        elif isinstance(value, list):
            SubElement(elements, "multiText", {"id": name, "valueName": key, "maxLength": _LONGEST})
            SubElement(shown, "text").text = f"{field.label}, one a line"
            SubElement(shown, "multiTextBox", refId=name)
        elif field.choices:
            chooser = {"id": name, "valueName": key, "required": "true"}
            choices = SubElement(elements, "enum", chooser)
            for choice, words in field.choices:
                text = self._text(f"{name}_{choice.replace(' ', '_')}", words)
                item = SubElement(choices, "item", displayName=text)
                SubElement(SubElement(item, "value"), "string").text = choice
            SubElement(shown, "dropdownList", refId=name, noSort="true").text = field.label
        else:
            given = {"id": name, "valueName": key, "maxLength": _LONGEST}
            SubElement(elements, "text", given)
            box = SubElement(shown, "textBox", refId=name)
            SubElement(box, "label").text = field.label

    def _category(self, name: str, title: str, parent: str) -> None:
        text = self._text(f"category_{name}", title)
        category = SubElement(self._categories, "category", name=name, displayName=text)
        if parent:
            SubElement(category, "parentCategory", ref=parent)

    def _text(self, name: str, words: str) -> str:
        SubElement(self._strings, "string", id=name).text = words
        return f"$(string.{name})"


def _limits(field: Field) -> tuple[int, int]:
    if field.kind == "days":
        return 0, 9999
    return (0 if field.kind == "or never" else 5), 300


def _explained(field: Field) -> str:
    like = field.example.replace("\n", ", ")
    example = f"Example, or what empty means: {like}" if like else ""
    parts = (field.help, example, "Users see it with a lock.")
    return "\n\n".join(part for part in parts if part)


def _written(root: Element) -> str:
    indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'


def make() -> dict[Path, str]:
    """Return both files with what they hold."""
    templates = _Templates()
    for number, page in enumerate(PAGES):
        templates.page(number, page.title, page.fields)
    templates.page(len(PAGES), "Import of settings", (_SIGNER,))
    return {ADMX: _written(templates.admx), ADML: _written(templates.adml)}


_VALUES = dump(Settings())
_WHERE = "Traydial on Windows 10 and later"

if __name__ == "__main__":
    for path, text in make().items():
        path.write_text(text, encoding="utf-8", newline="\n")
