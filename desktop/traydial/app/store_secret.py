"""``traydial secret set``: from standard input into the keyring, never through arguments."""

import asyncio
import json
import sys

from traydial.app import exits
from traydial.app.commands import complain
from traydial.app.handover import ask
from traydial.app.headless import Terminal
from traydial.app.own_settings import load_all
from traydial.app.profile import Profile
from traydial.domain.errors import SecretStoreError
from traydial.domain.language import mark, tr
from traydial.services.secrets import Secrets, account_name, source_account

MAX_SECRET = 1000  # an AMI line holds 1,023 bytes
_NEEDED = {
    "ldap": mark("url and username of [ldap]"),
    "carddav": mark("url and username of [carddav]"),
    "crm": mark("url and header of [crm]"),
    "database": mark("a url with a user of [database]"),
    "cdr": mark("a url with a user of [cdr]"),
}


def store_secret(profile: Profile, section: str = "") -> int:
    """Store the secret of the account in the config, or of a source; return the exit code."""
    output = Terminal()
    settings = load_all(profile).settings
    if section:
        account = source_account(section, settings)
        lacks = "" if account else _NEEDED[section]
    else:
        account = account_name(settings.pbx)
        lacks = "" if settings.pbx.username and settings.pbx.hosts else mark("hosts and username")
    if lacks:
        output.note(tr("Set {lacks} in {file} first.", lacks=tr(lacks), file=profile.config_file))
        return exits.USAGE
    if sys.stdin.isatty():
        import getpass

        secret = getpass.getpass("Password: ")
    else:
        secret = sys.stdin.readline(MAX_SECRET + 2).rstrip("\r\n")
    if not secret or len(secret) > MAX_SECRET:
        output.note(tr("The password must have 1 to 1000 characters."))
        return exits.USAGE
    # a running copy learns it in any case: its keyring may be out of order
    told = ask(profile.server, "secret", [json.dumps([section, secret])], as_json=False)
    try:
        asyncio.run(Secrets({}).set(account, secret))
    except SecretStoreError as error:
        complain(error, output)
        if told is not None:
            output.note(tr("The running copy keeps the password until it is closed."))
        return exits.FAILED
    output.note(tr("The password is stored in the keyring."))
    return exits.DONE
