"""What looks like a phone number in a text and is none: dates, amounts, addresses, cards."""

import re

from traydial.domain.numbers.normal import DIRECT, LABELS, NUMBER_WORD

_DAY, _MONTH = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])"
_YEAR = r"(?:19|20)\d\d"
_OCTET = r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"
_CURRENCY = (
    r"(?:\u20ac|\$|\u00a3|\u00a5|\u20bd|EUR|USD|CHF|GBP|SEK|NOK|DKK|PLN|z\u0142|kr|K\u010d"
    r"|\u0440\u0443\u0431)"
)
_UNIT = r"(?:%|\u00b0|kg|km|mm|cm|m\u00b2|[kKMGT]B|[kMG]?Hz|kWh|px|Uhr|St\u00fcck|pcs|Seiten|pages)"
_LOOKALIKES = re.compile(
    rf"""
      \b(?:https?|ftp|file)://\S+ | \bwww\.\S+                      # addresses in the web
    | [\w.+-]+@[\w-]+\.[\w.-]+                                      # and of mail
    | (?<![\w.])\d{{1,2}}:\d\d(?::\d\d)?(?!\d)                      # times
    | \b{_YEAR}-?{_MONTH}-?{_DAY}T[\d:.+-]+Z?
    | (?<![\d.:/+-])(?:
        {_YEAR}(?P<a>[-./]){_MONTH}(?P=a){_DAY}                             # dates
      | {_DAY}(?P<b>[-./]){_MONTH}(?P=b)(?:{_YEAR}|\d\d)
      | {_MONTH}(?P<c>[-./]){_DAY}(?P=c)(?:{_YEAR}|\d\d)
      | {_DAY}\.[ ]{{0,1}}{_MONTH}\.(?:[ ]?{_YEAR})?
      )(?![-./]?\d)
    | \b{_DAY}\.?[ ][^\W\d_]{{3,10}}\.?[ ]{_YEAR}\b                 # 22. November 2026
    | (?<=\d[ ])\({_YEAR}\)(?![ ]?\d)                               # a year
    | (?<![\d+-]){_YEAR}[ ]?-[ ]?{_YEAR}(?![\d-])                    # years
    | (?<![\d.]){_OCTET}(?:\.{_OCTET}){{3}}(?::\d{{1,5}})?(?![.]?\d) # IP addresses
    | \b[0-9a-f]{{1,4}}(?::{{1,2}}[0-9a-f]{{1,4}}){{3,7}}\b         # and those of version 6, MAC
    | \b[0-9a-f]{{8}}-(?:[0-9a-f]{{4}}-){{3}}[0-9a-f]{{12}}\b       # UUIDs
    | \bv(?:ersion|er)?\.?[ ]?\d+(?:\.\d+)+                         # versions
    | \b[A-Z]{{2}}\d\d(?:[ ]?[A-Z0-9]{{4}}){{2,7}}(?:[ ]?[A-Z0-9]{{1,4}})?(?!\w)  # IBANs
    | (?<![\d+-])\d{{4}}(?:[ -]\d{{4}}){{3}}(?:[ -]\d{{1,3}})?(?![ -]?\d)  # bank cards
    | (?<![\d+-])3\d{{3}}[ -]\d{{6}}[ -]\d{{5}}(?!\d)
    | (?<![\d.])\d{{1,3}}(?:\.\d{{3}}){{2}}-[\dk]{{1,2}}(?!\w)          # RUT, CPF
    | (?<![\d+-])97[89](?:[ -]?\d){{10}}(?![ -]?\d)                 # ISBNs
    | (?<!\w){_CURRENCY}[ ]?\d+(?:[.,']\d+)*(?:,-)?                        # amounts
    | (?<![\d+])\d{{1,3}}(?:[ ]\d{{3}})*(?:[.,]\d+)*[ ]?{_CURRENCY}(?![\w])
    | (?<!\d[ ])(?<![\w.,+-])\d+(?:[.,]\d+)*[ ]?(?:{_CURRENCY}|{_UNIT})(?!\w)
    | (?<!\d[ ])(?<![\w.,+-])\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?![ .,-]?\d)     # 1,234,567.89
    | (?<![\w.,+-])\d{{1,3}}(?:\.\d{{3}})+,\d+
    | (?<![\w.,+])-?\d{{1,3}}\.\d{{3,10}}[,;][ ]?-?\d{{1,3}}\.\d{{3,10}}(?!\d)  # coordinates
    | (?<![\w.,+])-?(?:1[0-8]\d|[1-9]?\d)\.\d{{4,10}}(?![.-]?\d)
    """,
    re.X | re.I,
)
# a number that may as well be an amount or a date where no word says what it is
_AMOUNT = re.compile(r"\d{1,3}(?:[ .]\d{3})+")
_TIME = re.compile(r"\d{1,2} ?[./-] ?\d{1,2}")
_COMPACT_DATE = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")

# words whose numbers are no phone numbers; the second kind only with a "number" behind
_THINGS = (
    r"(?:order|invoice|rechnung|bestellung|auftrag|vorgang|artikel|konto|kto|blz|ean|gtin|ticket|sku|vat|ust|serial"
    r"|version|reference|referenz|ref|iban|bic|isbn|id|pin|tan|tracking|sendung|paket|steuer"
    r"|commande|facture|pedido|factura|ordine|fattura|ordre|faktura|lasku|bestelling|factuur"
    r"|zam\u00f3wienie|faktury|nip|pesel|regon|siret|siren|ssn"
    r"|\u0437\u0430\u043a\u0430\u0437|\u0441\u0447[\u0451\u0435]\u0442|\u0438\u043d\u043d)"
)
_OWNERS = (
    r"(?:kunden?|kd|best(?:ell)?|re|rg|auftr|company|po|serien|akten|vertrags?|mitglieds?|case|account|article|item|customer"
    r"|contract|policy|tax|client|cliente|dossier|part|model|product|batch|member"
    r"|\u0434\u043e\u0433\u043e\u0432\u043e\u0440\u0430?)"
)
_NUMBERS = r"(?:no|nr|num|number|nummer|n|id|code|numer|nro|\u043d\u043e\u043c\u0435\u0440)"
_OF_OTHERS = re.compile(
    rf"(?:\b(?:{_THINGS}s?(?:[-_. ]{{0,3}}{_NUMBERS})?|(?-i:PO|P\.O\.)"
    rf"|{_OWNERS}s?[-_. ]{{0,3}}{_NUMBERS})\b"
    r"[^\w\n]{0,4}(?:(?:is|ist|est|es)\b[^\w\n]{0,3})?|[#\u00a7]\s?)$",
    re.I,
)
_LABELLED = re.compile(
    rf"(?:\b(?:{LABELS}s?|extension|ext|{DIRECT})\b[^\w\n]{{0,4}}(?:{NUMBER_WORD}\b[^\w\n]{{0,3}})?"
    r"(?:(?:is|ist|est)\b[^\w\n]{0,3})?(?:\([^)\n]{0,20}\)[^\w\n]{0,3})?)$",
    re.I,
)
_ABROAD = re.compile(r"\+\d{1,4}[ .-]?$")
_BEFORE = 40  # characters before a number that tell what it is


def masked(text: str) -> str:
    """Return a text with all that is surely no phone number made unreadable; as long."""

    def mask(found: re.Match[str]) -> str:
        before = text[max(0, found.start() - _BEFORE) : found.start()]
        kept = is_labelled(before) or _ABROAD.search(before)  # +687 20.12.34
        return found[0] if kept else "\0" * len(found[0])

    return _LOOKALIKES.sub(mask, text)


def is_doubtful(number: str) -> bool:
    """Tell whether it may be an amount, 1 234 567, a date, 20261122, a time, 14.30, or hours."""
    return any(kind.fullmatch(number) for kind in (_AMOUNT, _COMPACT_DATE, _TIME))


def is_of_others(before: str) -> bool:
    """Tell whether the words before a number say that it is an order's or the like."""
    return _OF_OTHERS.search(before[-_BEFORE:]) is not None


def is_labelled(before: str) -> bool:
    """Tell whether the word before a number says that it is a phone's."""
    return _LABELLED.search(before[-_BEFORE:]) is not None
