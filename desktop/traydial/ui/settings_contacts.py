"""The page of the settings that says where contacts lie. Knows no Qt."""

from traydial.ui.settings_model import Field, Group, Page

_CA = "Issuer's file"
_CA_HELP = "A file with the certificate of whoever issued the server's."

BOOK = Group("Address book (CardDAV)", "carddav", "Password", "Kept in the system's keyring.")
DIRECTORY = Group("Company directory (LDAP)", "ldap", "Password", "Kept in the system's keyring.")
CUSTOMERS = Group(
    "Customer system (web service)",
    "crm",
    "Key",
    "What is sent in that header, such as Bearer and a token. Kept in the system's keyring.",
)
RECORDS = Group(
    "Call records of the phone system (SQL)", "cdr", "Password", "Kept in the system's keyring."
)
DATABASE = Group("Database (SQL)", "database", "Password", "Kept in the system's keyring.")

CONTACTS = Page(
    "Contacts",
    "user",
    (
        Field(
            "contacts.files",
            "Files",
            "~/contacts.vcf",
            "vCard or CSV, one a line; read again when they change.",
            kind="lines",
        ),
        Field(
            "contacts.pbx",
            "Names that the phone system keeps",
            help="Where nobody else knows the caller; your account must be allowed to ask.",
        ),
        Field(
            "carddav.url",
            "Address",
            "https://cloud.example/dav/anna/contacts/",
            "Of one address book; Nextcloud and others show it with its properties.",
            group=BOOK,
        ),
        Field("carddav.username", "User name", "anna", group=BOOK),
        Field("carddav.ca_file", _CA, "as this computer trusts", _CA_HELP, group=BOOK),
        Field(
            "ldap.url",
            "Address",
            "ldaps://directory.example",
            "Of an LDAP server or an Active Directory.",
            group=DIRECTORY,
        ),
        Field(
            "ldap.base",
            "Search below",
            "ou=people,dc=example",
            "The branch with the people; ask your admin.",
            group=DIRECTORY,
        ),
        Field(
            "ldap.username",
            "User name",
            "cn=reader,dc=example",
            "Or reader@example.com for Active Directory. Empty asks as nobody.",
            group=DIRECTORY,
        ),
        Field(
            "ldap.start_tls",
            "Encrypt addresses with ldap:// too",
            help="Without it, anybody on the way can read the password.",
            group=DIRECTORY,
        ),
        Field("ldap.ca_file", _CA, "as this computer trusts", _CA_HELP, group=DIRECTORY),
        Field(
            "crm.url",
            "Address",
            "https://crm.example/find?phone={e164}",
            "Asked for each caller; answers with JSON. Can hold {e164}, {national}, {number}, "
            "{digits}, {tail}.",
            group=CUSTOMERS,
        ),
        Field(
            "crm.search",
            "By name",
            "https://crm.example/find?name={text}",
            "Asked while you type a name. Empty: names are not searched there.",
            group=CUSTOMERS,
        ),
        Field("crm.header", "Header", "X-Api-Key", "Sent with each question.", group=CUSTOMERS),
        Field(
            "crm.contacts",
            "Contacts",
            "data[]",
            "Where in the answer the people are, as JMESPath. Empty: the answer is one.",
            group=CUSTOMERS,
        ),
        Field("crm.name", "Name", "name", "Of each of them, as are those below.", group=CUSTOMERS),
        Field("crm.company", "Company", "account.name", group=CUSTOMERS),
        Field(
            "crm.number",
            "Numbers",
            "phones[].number",
            "Empty: whoever is told has the number that was asked for.",
            group=CUSTOMERS,
        ),
        Field("crm.link", "Page", "url", "A web page about them.", group=CUSTOMERS),
        Field("crm.picture", "Picture", "photo", group=CUSTOMERS),
        Field("crm.ca_file", _CA, "as this computer trusts", _CA_HELP, group=CUSTOMERS),
        Field(
            "database.url",
            "Address",
            "postgresql://reader@db.example/crm",
            "As SQLAlchemy has it, without a password.",
            group=DATABASE,
        ),
        Field(
            "database.query",
            "By number",
            "SELECT name, company, phone AS number FROM people WHERE phone = :e164",
            "Given :e164, :national, :number, :digits and :tail; returns columns called name, "
            "company, number, link and ref, as many as there are.",
            kind="lines",
            group=DATABASE,
        ),
        Field(
            "database.search",
            "By name",
            "SELECT name, phone AS number FROM people WHERE name LIKE '%' || :text || '%'",
            "Given :text, part of a name. Empty: names are not searched there.",
            kind="lines",
            group=DATABASE,
        ),
        Field(
            "cdr.url",
            "Address",
            "postgresql://reader@pbx.example/asteriskcdrdb",
            "Calls that came while Traydial was not connected are learnt there.",
            group=RECORDS,
        ),
        Field(
            "cdr.query",
            "Query",
            "as FreePBX has its table cdr",
            "Given :since, :until and :device; see the README.",
            kind="lines",
            group=RECORDS,
        ),
    ),
)
