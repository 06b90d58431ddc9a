"""The page of the settings that says where contacts lie. Knows no Qt."""

from traydial.domain.language import mark
from traydial.ui.settings_model import Field, Group, Page

_CA = mark("Issuer's file")
_CA_HELP = mark("A file with the certificate of whoever issued the server's.")

BOOK = Group(
    mark("Address book (CardDAV)"),
    "carddav",
    mark("Password"),
    mark("Kept in the system's keyring."),
)
DIRECTORY = Group(
    mark("Company directory (LDAP)"),
    "ldap",
    mark("Password"),
    mark("Kept in the system's keyring."),
)
CUSTOMERS = Group(
    mark("Customer system (web service)"),
    "crm",
    mark("Key"),
    mark("What is sent in that header, such as Bearer and a token. Kept in the system's keyring."),
)
RECORDS = Group(
    mark("Call records of the phone system (SQL)"),
    "cdr",
    mark("Password"),
    mark("Kept in the system's keyring."),
)
DATABASE = Group(
    mark("Database (SQL)"), "database", mark("Password"), mark("Kept in the system's keyring.")
)

CONTACTS = Page(
    mark("Contacts"),
    "user",
    (
        Field(
            "contacts.files",
            mark("Files"),
            "~/contacts.vcf",
            mark("vCard or CSV, one a line; read again when they change."),
            kind="lines",
        ),
        Field(
            "contacts.pbx",
            mark("Names that the phone system keeps"),
            help=mark("Where nobody else knows the caller; your account must be allowed to ask."),
        ),
        Field(
            "carddav.url",
            mark("Address"),
            "https://cloud.example/dav/anna/contacts/",
            mark("Of one address book; Nextcloud and others show it with its properties."),
            group=BOOK,
        ),
        Field("carddav.username", mark("User name"), "anna", group=BOOK),
        Field("carddav.ca_file", _CA, mark("as this computer trusts"), _CA_HELP, group=BOOK),
        Field(
            "ldap.url",
            mark("Address"),
            "ldaps://directory.example",
            mark("Of an LDAP server or an Active Directory."),
            group=DIRECTORY,
        ),
        Field(
            "ldap.base",
            mark("Search below"),
            "ou=people,dc=example",
            mark("The branch with the people; ask your admin."),
            group=DIRECTORY,
        ),
        Field(
            "ldap.username",
            mark("User name"),
            "cn=reader,dc=example",
            mark("Or reader@example.com for Active Directory. Empty asks as nobody."),
            group=DIRECTORY,
        ),
        Field(
            "ldap.start_tls",
            mark("Encrypt addresses with ldap:// too"),
            help=mark("Without it, anybody on the way can read the password."),
            group=DIRECTORY,
        ),
        Field("ldap.ca_file", _CA, mark("as this computer trusts"), _CA_HELP, group=DIRECTORY),
        Field(
            "crm.url",
            mark("Address"),
            "https://crm.example/find?phone={e164}",
            mark(
                "Asked for each caller; answers with JSON. Can hold {e164}, {national}, {number}, "
                "{digits}, {tail}."
            ),
            group=CUSTOMERS,
        ),
        Field(
            "crm.search",
            mark("By name"),
            "https://crm.example/find?name={text}",
            mark("Asked while you type a name. Empty: names are not searched there."),
            group=CUSTOMERS,
        ),
        Field(
            "crm.header",
            mark("Header"),
            "X-Api-Key",
            mark("Sent with each question."),
            group=CUSTOMERS,
        ),
        Field(
            "crm.contacts",
            mark("Contacts"),
            "data[]",
            mark("Where in the answer the people are, as JMESPath. Empty: the answer is one."),
            group=CUSTOMERS,
        ),
        Field(
            "crm.name",
            mark("Name"),
            "name",
            mark("Of each of them, as are those below."),
            group=CUSTOMERS,
        ),
        Field("crm.company", mark("Company"), "account.name", group=CUSTOMERS),
        Field(
            "crm.number",
            mark("Numbers"),
            "phones[].number",
            mark("Empty: whoever is told has the number that was asked for."),
            group=CUSTOMERS,
        ),
        Field("crm.link", mark("Page"), "url", mark("A web page about them."), group=CUSTOMERS),
        Field("crm.picture", mark("Picture"), "photo", group=CUSTOMERS),
        Field("crm.ca_file", _CA, mark("as this computer trusts"), _CA_HELP, group=CUSTOMERS),
        Field(
            "database.url",
            mark("Address"),
            "postgresql://reader@db.example/crm",
            mark("As SQLAlchemy has it, without a password."),
            group=DATABASE,
        ),
        Field(
            "database.query",
            mark("By number"),
            "SELECT name, company, phone AS number FROM people WHERE phone = :e164",
            mark(
                "Given :e164, :national, :number, :digits and :tail; returns columns called name, "
                "company, number, link and ref, as many as there are."
            ),
            kind="lines",
            group=DATABASE,
        ),
        Field(
            "database.search",
            mark("By name"),
            "SELECT name, phone AS number FROM people WHERE name LIKE '%' || :text || '%'",
            mark("Given :text, part of a name. Empty: names are not searched there."),
            kind="lines",
            group=DATABASE,
        ),
        Field(
            "cdr.url",
            mark("Address"),
            "postgresql://reader@pbx.example/asteriskcdrdb",
            mark("Calls that came while Traydial was not connected are learnt there."),
            group=RECORDS,
        ),
        Field(
            "cdr.query",
            mark("Query"),
            mark("as FreePBX has its table cdr"),
            mark("Given :since, :until and :device; your admin's guide tells more."),
            kind="lines",
            group=RECORDS,
        ),
    ),
)
