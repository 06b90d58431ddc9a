"""What a single setting may hold: each check returns the value to keep or raises ValueError."""

import re
from collections.abc import Callable
from typing import Any

from traydial.domain.language import tr

AMI_TLS_PORT, AMI_PORT = 5039, 5038
_NAME = r"[A-Za-z0-9._@%+-]"
_DEVICE = re.compile(rf"[A-Za-z0-9_]+/{_NAME}+(?:@{_NAME}+(?:/n)?)?")
_HEX = re.compile(r"[0-9A-Fa-f]{64}")
_HOST = re.compile(
    r"(?:\[(?P<v6>[0-9A-Fa-f:.%]+)\]|(?P<name>[A-Za-z0-9._-]+))(?::(?P<port>\d{1,5}))?"
)
RECORDING_FIELDS = ("date", "time", "number", "direction", "extension")
CONTACT_FILES = (".vcf", ".vcard", ".csv", ".tsv", ".txt")
ASK_KINDS = ("international", "premium", "emergency")
MODIFIERS = ("Ctrl", "Alt", "Shift", "Meta")
_PATTERN = re.compile(r"_?\+?(?:[0-9XZNxzn*#]|\[[0-9-]+\])+[.!]?")
_FIELD = re.compile(r"\{([^{}]*)\}")

Check = Callable[[Any], Any]


def split_host(host: str, tls: bool) -> tuple[str, int]:
    """Split ``name[:port]`` or ``[v6]:port``. Raises ValueError."""
    found = _HOST.fullmatch(host)
    if found is None:
        raise ValueError(tr("{host} is not a host name or host:port", host=f"{host!r}"))
    port = int(found["port"]) if found["port"] else (AMI_TLS_PORT if tls else AMI_PORT)
    if not 0 < port < 65536:
        raise ValueError(tr("{port} is not a port number", port=port))
    return found["v6"] or found["name"], port


def normal_fingerprint(text: str) -> str:
    """Return a SHA-256 fingerprint as colon-separated capitals. Raises ValueError."""
    bare = re.sub(r"^sha-?256[:= ]+", "", text.strip(), flags=re.IGNORECASE)
    bare = re.sub(r"[\s:]", "", bare)
    if not _HEX.fullmatch(bare):
        raise ValueError(tr("must be the 64 hex digits of a SHA-256 fingerprint"))
    return ":".join(bare[i : i + 2] for i in range(0, 64, 2)).upper()


def as_text(value: object) -> str:
    """Take a text without control characters."""
    if not isinstance(value, str):
        raise ValueError(tr("must be a text in quotes"))
    if any(ord(c) < 32 for c in value):
        raise ValueError(tr("must not hold control characters"))
    return value.strip()


def matching(pattern: str, why: str) -> Check:
    """Return a check for texts of this form."""
    compiled = re.compile(pattern)

    def check(value: object) -> str:
        text = as_text(value)
        if text and not compiled.fullmatch(text):
            raise ValueError(tr(why))
        return text

    return check


def as_texts(check: Callable[[str], object]) -> Check:
    """Return a check for a list of texts, each of which ``check`` accepts."""

    def check_all(value: object) -> tuple[str, ...]:
        if isinstance(value, str):  # one alone may be written without brackets
            value = [value]
        if not isinstance(value, list):
            raise ValueError(tr('must be a list of texts, like ["…"]'))
        texts = tuple(text for item in value if (text := as_text(item)))
        for text in texts:
            check(text)
        return texts

    return check_all


def check_device(text: str) -> None:
    """Refuse what is no device."""
    if not _DEVICE.fullmatch(text):
        raise ValueError(
            tr("{text} is not a device; it is written like PJSIP/7001", text=f"{text!r}")
        )


def check_contact_file(text: str) -> None:
    """Raise ValueError where a name is not that of an address book."""
    if not text.lower().endswith(CONTACT_FILES):
        raise ValueError(
            tr("must be vCard or CSV files, and {text} is neither by its name", text=text)
        )


def check_host(text: str) -> None:
    """Refuse what is no ``host`` or ``host:port``."""
    split_host(text, tls=True)


def as_flag(value: object) -> bool:
    """Take true or false."""
    if not isinstance(value, bool):
        raise ValueError(tr("must be true or false, without quotes"))
    return value


def as_seconds(value: object) -> int:
    """Take a whole number of seconds."""
    if isinstance(value, bool) or not isinstance(value, int) or not 5 <= value <= 300:
        raise ValueError(tr("must be a whole number from 5 to 300"))
    return value


def as_seconds_or_never(value: object) -> int:
    """Take a whole number of seconds, or 0 for never."""
    if value == 0 and not isinstance(value, bool):
        return 0
    return as_seconds(value)


def as_days(value: object) -> int:
    """Take a whole number of days, or 0 for ever."""
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 9999:
        raise ValueError(tr("must be a whole number of days from 0 to 9999"))
    return value


def as_fingerprint(value: object) -> str:
    """Take a SHA-256 fingerprint, or an empty text."""
    text = as_text(value)
    return normal_fingerprint(text) if text else ""


def as_code(value: object) -> str:
    """Return what is dialled for somebody: ``*{extension}``. Raises ValueError."""
    text = as_text(value)
    digits = text.replace("{extension}", "0", 1)
    if text and not re.fullmatch(r"[0-9A-Za-z*#+._-]{1,40}", digits):
        raise ValueError(tr("must be an extension, with {extension} where one is to stand"))
    return text


def as_country(value: object) -> str:
    """Take a country's two letters, or an empty text."""
    text = as_text(value).upper()
    if text and not re.fullmatch(r"[A-Z]{2}", text):
        raise ValueError(tr("must be two letters, like DE or US"))
    return text


def as_file_name(value: object) -> str:
    """Take a template for the names of recordings."""
    text = as_text(value)
    unknown = sorted(set(_FIELD.findall(text)) - {*RECORDING_FIELDS})
    if unknown:
        raise ValueError(
            tr(
                "{text} is not one of {names}",
                text=f"{unknown[0]!r}",
                names=", ".join(RECORDING_FIELDS),
            )
        )
    if not re.fullmatch(r"[A-Za-z0-9._/-]+", _FIELD.sub("", text) or "-"):
        raise ValueError(tr("may hold only letters, digits, . _ - / and {fields}"))
    if text.startswith("/") or ".." in text or not re.search(r"[^./]\.(wav|gsm|ulaw|alaw)$", text):
        raise ValueError(tr("must be a relative name that ends in .wav, .gsm, .ulaw or .alaw"))
    return text


def one_of(*words: str) -> Check:
    """Return a check for one of these words."""

    def check(value: object) -> str:
        text = as_text(value)
        if text not in words:
            raise ValueError(tr("must be one of {words}", words=", ".join(words)))
        return text

    return check


def check_pattern(text: str) -> None:
    """Refuse what is no pattern of digits in the notation of Asterisk's dialplan."""
    if not _PATTERN.fullmatch(text):
        raise ValueError(
            tr(
                "{text} is not a pattern: digits, X for any digit, Z for 1-9, N for 2-9, [2-5] "
                "for one of several, . at the end for one or more of anything",
                text=f"{text!r}",
            )
        )


def check_always_ask(text: str) -> None:
    """Refuse what is neither a kind of number nor a pattern."""
    if text not in ASK_KINDS:
        check_pattern(text)


def check_replacement(text: str) -> None:
    """Refuse what is no ``expression -> replacement``."""
    expression, arrow, replacement = text.partition("->")
    if not arrow:
        raise ValueError(
            tr("{text} must be written: what it looks like -> what is dialled", text=f"{text!r}")
        )
    try:
        compiled = re.compile(expression.strip())
        highest = max((int(n) for n in re.findall(r"\\(\d)", replacement)), default=0)
    except re.error as error:
        raise ValueError(
            tr(
                "{text} is not a regular expression: {error}",
                text=f"{expression.strip()!r}",
                error=error,
            )
        ) from None
    if highest > compiled.groups:
        raise ValueError(tr("{text} has no group {highest}", text=f"{text!r}", highest=highest))
    if not re.fullmatch(r"(?:[0-9+*#]|\\\d)+", replacement.strip()):
        raise ValueError(
            tr("{text} may hold digits, + * # and \\1 to \\9", text=f"{replacement.strip()!r}")
        )


def as_combination(value: object) -> str:
    """Take a key with its modifiers, ``Ctrl+Shift+F9``, or an empty text for none."""
    text = as_text(value)
    if not text:
        return ""
    *held, key = text.replace(" ", "").split("+")
    modifiers = [modifier for modifier in MODIFIERS if modifier.lower() in map(str.lower, held)]
    if len(modifiers) != len(held):
        raise ValueError(tr("{text} must be written like Ctrl+Shift+F9", text=f"{text!r}"))
    key = key.upper() if len(key) == 1 else key[:1].upper() + key[1:].lower()
    if not re.fullmatch(r"[A-Z0-9]|F[1-9]|F1[0-9]|F2[0-4]|Pause|Insert|Space|Home|End", key):
        raise ValueError(
            tr("{key} is not a key that can be used: letters, digits, F1 to F24", key=f"{key!r}")
        )
    if {*modifiers} <= {"Shift"} and not re.fullmatch(r"F\d+|Pause", key):
        raise ValueError(tr("{text} is needed for typing: add Ctrl, Alt or Meta", text=f"{text!r}"))
    return "+".join([*modifiers, key])
