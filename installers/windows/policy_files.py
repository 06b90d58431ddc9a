"""Writes the templates for group policies: ``python -m installers.windows.policy_files``.

One policy for each setting, in the words of the settings window and in each language of the
program; a test compares the files with what this makes.
"""

from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from traydial.app import speech
from traydial.domain.settings import Settings, dump
from traydial.ui.settings_form import PAGES
from traydial.ui.settings_model import Field

FOLDER = Path(__file__).parent / "policy"
ADMX = FOLDER / "traydial.admx"
CULTURES = {"en": "en-US", "de": "de-DE", "ru": "ru-RU"}  # as Windows names the folders
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
_IMPORT = "Import of settings"
_WHERE = "Traydial on Windows 10 and later"
_WHAT = "Settings of Traydial that are locked"
_LINES = "{label}, one a line"
_EXAMPLE = "Example, or what empty means: {like}"
_LOCK = "Users see it with a lock."
# what stands nowhere in the program
_WORDS = {
    "de": {
        _SIGNER.label: "Schlüssel, mit dem importierte Einstellungen signiert sind",
        _SIGNER.help: "Ein öffentlicher Ed25519-Schlüssel in Base64. Dateien mit Einstellungen, "
        "die nicht damit signiert sind, werden nicht importiert.",
        _IMPORT: "Import von Einstellungen",
        _WHERE: "Traydial unter Windows 10 und neuer",
        _WHAT: "Gesperrte Einstellungen von Traydial",
        _LINES: "{label}, je Zeile ein Eintrag",
        _EXAMPLE: "Beispiel oder was ein leeres Feld bedeutet: {like}",
        _LOCK: "Benutzer sehen die Einstellung mit einem Schloss.",
    },
    "ru": {
        _SIGNER.label: "Ключ, которым подписаны импортируемые настройки",
        _SIGNER.help: "Открытый ключ Ed25519 в Base64. Файлы с настройками, не подписанные этим "
        "ключом, не импортируются.",
        _IMPORT: "Импорт настроек",
        _WHERE: "Traydial в Windows 10 и новее",
        _WHAT: "Заблокированные настройки Traydial",
        _LINES: "{label}, по одному в строке",
        _EXAMPLE: "Пример или значение пустого поля: {like}",
        _LOCK: "Пользователи видят эту настройку с замком.",
    },
}


def adml(language: str) -> Path:
    """Return the file with the texts of a language."""
    return FOLDER / CULTURES[language] / "traydial.adml"


class _Templates:
    """Both files as they grow. Texts stand in the second one, by name and in one language."""

    def __init__(self, language: str) -> None:
        self._catalogue = speech.load(language)
        self._words = _WORDS.get(language, {})
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
        SubElement(self.adml, "description").text = self._said(_WHAT)
        resources = SubElement(self.adml, "resources")
        self._strings = SubElement(resources, "stringTable")
        self._presentations = SubElement(resources, "presentationTable")
        SubElement(
            supported,
            "definition",
            name=_SUPPORTED,
            displayName=self._text(_SUPPORTED, self._said(_WHERE)),
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
        label = self._said(field.label)
        group = f"{self._said(field.group.title)}: " if field.group else ""
        policy = SubElement(
            self._policies,
            "policy",
            {
                "name": name,
                "class": "Both",
                "displayName": self._text(name, f"{group}{label}"),
                "explainText": self._text(f"{name}_explain", self._explained(field)),
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
            box.text = label
        elif isinstance(value, list):
            SubElement(elements, "multiText", {"id": name, "valueName": key, "maxLength": _LONGEST})
            SubElement(shown, "text").text = self._said(_LINES).format(label=label)
            SubElement(shown, "multiTextBox", refId=name)
        elif field.choices:
            chooser = {"id": name, "valueName": key, "required": "true"}
            choices = SubElement(elements, "enum", chooser)
            for choice, words in field.choices:
                text = self._text(f"{name}_{choice.replace(' ', '_')}", self._said(words))
                item = SubElement(choices, "item", displayName=text)
                SubElement(SubElement(item, "value"), "string").text = choice
            SubElement(shown, "dropdownList", refId=name, noSort="true").text = label
        else:
            given = {"id": name, "valueName": key, "maxLength": _LONGEST}
            SubElement(elements, "text", given)
            box = SubElement(shown, "textBox", refId=name)
            SubElement(box, "label").text = label

    def _category(self, name: str, title: str, parent: str) -> None:
        text = self._text(f"category_{name}", self._said(title))
        category = SubElement(self._categories, "category", name=name, displayName=text)
        if parent:
            SubElement(category, "parentCategory", ref=parent)

    def _explained(self, field: Field) -> str:
        like = self._said(field.example).replace("\n", ", ")
        example = self._said(_EXAMPLE).format(like=like) if like else ""
        parts = (self._said(field.help), example, self._said(_LOCK))
        return "\n\n".join(part for part in parts if part)

    def _said(self, words: str) -> str:
        """Say it in the language; addresses and numbers stay as they are."""
        return self._words.get(words) or self._catalogue.text(words, "", -1) or words

    def _text(self, name: str, words: str) -> str:
        """Write down a text under its name; return what stands for it in the first file."""
        SubElement(self._strings, "string", id=name).text = words
        return f"$(string.{name})"


def _limits(field: Field) -> tuple[int, int]:
    if field.kind == "days":
        return 0, 9999
    return (0 if field.kind == "or never" else 5), 300


def _written(root: Element) -> str:
    indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'


def make() -> dict[Path, str]:
    """Return each file with what it holds."""
    files = {}
    for language in CULTURES:
        templates = _Templates(language)
        for number, page in enumerate(PAGES):
            templates.page(number, page.title, page.fields)
        templates.page(len(PAGES), _IMPORT, (_SIGNER,))
        files |= {ADMX: _written(templates.admx), adml(language): _written(templates.adml)}
    return files


_VALUES = dump(Settings())

if __name__ == "__main__":
    for path, text in make().items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
