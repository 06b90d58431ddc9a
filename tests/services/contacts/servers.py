"""Real servers with contacts, each on the loopback interface and gone after its test."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HOST = "127.0.0.1"


def free_port():
    """Return a port that nobody uses now."""
    with socket.create_server((HOST, 0)) as server:
        return server.getsockname()[1]


def listens(port):
    """Tell whether a server takes connections."""
    with contextlib.suppress(OSError), socket.create_connection((HOST, port), 1):
        return True
    return False


def wait_until(ready, process, seconds=30.0):
    """Wait until a server is ready."""
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        if ready():
            return
        if process.poll() is not None:
            raise RuntimeError(f"the server ended: {process.returncode}")
        time.sleep(0.02)
    raise RuntimeError("the server does not answer")


@contextlib.contextmanager
def folder_of(user):
    """Yield a folder that belongs to a user, or to us; PostgreSQL refuses to run as root."""
    folder = Path(tempfile.mkdtemp(prefix="traydial-"))
    if user and os.geteuid() == 0:
        shutil.chown(folder, user, user)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def started(command, ready, **options):
    """Yield a server that answers; it ends with the test."""
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, **options
    )
    try:
        wait_until(ready, process)
        yield process
    finally:
        process.terminate()
        process.wait(20)


@contextlib.contextmanager
def postgres(password):
    """Yield the port of a PostgreSQL that wants this password of the user traydial."""
    binaries = max(Path("/usr/lib/postgresql").glob("*/bin"))
    as_user = {"user": "postgres", "group": "postgres"} if os.geteuid() == 0 else {}
    with folder_of("postgres") as folder:
        data, secret = folder / "data", folder / "secret"
        secret.write_text(password)
        secret.chmod(0o644)
        making = [binaries / "initdb", "-D", data, "-U", "traydial", "-A", "scram-sha-256"]
        making += [f"--pwfile={secret}", "-E", "UTF8", "--no-sync"]
        subprocess.run(making, check=True, capture_output=True, cwd=folder, **as_user)
        port = free_port()
        command = [binaries / "postgres", "-D", data, "-h", HOST, "-p", str(port), "-k", folder]
        asks = [binaries / "pg_isready", "-q", "-h", HOST, "-p", str(port)]

        def ready():  # it listens before it is
            return subprocess.run(asks, check=False).returncode == 0

        log = (folder / "log").open("wb")
        with log, started([*command, "-F"], ready, stderr=log, cwd=folder, **as_user):
            yield port


PEOPLE = """\
dn: dc=nordwind,dc=example
objectClass: organization
objectClass: dcObject
o: Nordwind
dc: nordwind

dn: cn=reader,dc=nordwind,dc=example
objectClass: organizationalRole
objectClass: simpleSecurityObject
cn: reader
userPassword: {password}

"""
PERSON = """\
dn: uid=p{n},dc=nordwind,dc=example
objectClass: inetOrgPerson
uid: p{n}
sn: {name}
cn: {name}
displayName: {name}
o: Nordwind
{numbers}

"""
SLAPD = """\
include /etc/ldap/schema/core.schema
include /etc/ldap/schema/cosine.schema
include /etc/ldap/schema/inetorgperson.schema
modulepath /usr/lib/ldap
moduleload back_mdb
{tls}
database mdb
suffix "dc=nordwind,dc=example"
directory {folder}/data
access to attrs=userPassword by anonymous auth by * none
access to * by dn.exact="cn=reader,dc=nordwind,dc=example" read by * none
"""


@contextlib.contextmanager
def slapd(people, password, pem=None, port=None, tls_port=None):
    """Yield the port of an OpenLDAP with people, (name, attributes with numbers) each.

    ``pem`` holds certificate and key; with it StartTLS is there, and TLS at ``tls_port``.
    """
    with folder_of(None) as folder:
        (folder / "data").mkdir()
        names = ("TLSCertificateFile", "TLSCertificateKeyFile")
        tls = [f"{name} {pem}" for name in names if pem]
        config = folder / "slapd.conf"
        config.write_text(SLAPD.format(folder=folder, tls="\n".join(tls)))
        entries = [PEOPLE.format(password=password)]
        for n, (name, numbers) in enumerate(people):
            lines = "\n".join(f"{key}: {value}" for key, value in numbers)
            entries.append(PERSON.format(n=n, name=name, numbers=lines))
        (folder / "people.ldif").write_text("".join(entries))
        adding = ["/usr/sbin/slapadd", "-f", config, "-l", folder / "people.ldif"]
        subprocess.run(adding, check=True, capture_output=True)
        port = port or free_port()
        where = f"ldap://{HOST}:{port}/" + (f" ldaps://{HOST}:{tls_port}/" if tls_port else "")
        command = ["/usr/sbin/slapd", "-f", config, "-h", where, "-d", "0"]
        log = (folder / "log").open("wb")
        with log, started(command, lambda: listens(port), stderr=log):
            yield port


@contextlib.contextmanager
def radicale(user, password):
    """Yield the address under which a user of a Radicale keeps address books."""
    with folder_of(None) as folder:
        port = free_port()
        (folder / "users").write_text(f"{user}:{password}\n")
        config = folder / "config"
        config.write_text(
            f"[server]\nhosts = {HOST}:{port}\n"
            f"[auth]\ntype = htpasswd\nhtpasswd_filename = {folder}/users\n"
            "htpasswd_encryption = plain\ndelay = 0\n"
            f"[storage]\nfilesystem_folder = {folder}/data\n"
        )
        command = [sys.executable, "-m", "radicale", "--config", str(config)]
        log = (folder / "log").open("wb")
        with log, started(command, lambda: listens(port), stderr=log):
            yield f"http://{HOST}:{port}/{user}/"
