import asyncio
import base64
import contextlib
import os
import ssl
import subprocess

import pytest

from tests.pbx import certificates
from traydial.domain.errors import FileRefused
from traydial.domain.provisioning import Change
from traydial.domain.setting_layers import Layer, Source, layered
from traydial.services.provisioning import MAX_BYTES, fetch, look_into, understood

OFFICE = '[pbx]\nhosts = ["pbx.example"]\n[dialling]\ncountry = "DE"\noutside_prefix = "0"\n'


@pytest.fixture
def file(tmp_path):
    it = tmp_path / "office.traydial"
    it.write_text(OFFICE)
    return it


def layers(policy=None, user=None):
    return layered([Source(Layer.POLICY, policy or {}), Source(Layer.USER, user or {})])


def test_only_what_would_change_is_a_change(file):
    it = look_into(file, layers(user={"dialling": {"country": "DE"}}))
    assert it.changes == (
        Change("pbx.hosts", [], ["pbx.example"]),
        Change("dialling.outside_prefix", "", "0"),
    )
    assert it.settings.dialling.country == "DE"
    assert it.problems == ()


def test_what_is_locked_stays_and_is_named(file):
    it = look_into(file, layers(policy={"pbx": {"hosts": ["locked.example"]}}))
    assert it.locked == ("pbx.hosts",)
    assert it.settings.pbx.hosts == ("locked.example",)
    assert [change.place for change in it.changes] == [
        "dialling.country",
        "dialling.outside_prefix",
    ]


def test_programs_and_passwords_and_nonsense_are_left_out(file):
    file.write_text('[pop]\ncommand = ["rm"]\n[pbx]\nsecret = "s3cret"\nusername = 5\n[x]\ny = 1\n')
    it = look_into(file, layers(user={"pbx": {"username": "anna"}}))
    assert it.changes == ()
    assert it.unsigned == ("pop.command",)
    assert {problem.place for problem in it.problems} == {"pbx.secret", "pbx.username", "x"}
    assert "s3cret" not in repr(it)


def test_what_was_changed_meanwhile_is_not_undone(file):
    it = look_into(file, layers())
    meanwhile = layers(user={"blocked": {"numbers": ["0301234567"]}}).settings
    after = it.onto(meanwhile)
    assert after.blocked.numbers == ("0301234567",)
    assert after.pbx.hosts == ("pbx.example",)


@pytest.mark.parametrize(
    "content", [b"\xff\xfe", b"[pbx", b"#" * (MAX_BYTES + 1), b"a=" + b"[" * 100_000]
)
def test_what_is_no_such_file_is_refused(file, content):
    file.write_bytes(content)
    with pytest.raises(FileRefused):
        look_into(file, layers())


def test_a_folder_and_a_pipe_are_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for name in ("none", "pipe", "."):
        with pytest.raises(FileRefused, match="no such file"):
            look_into(tmp_path / name, layers())


@pytest.fixture(scope="module")
def openssl(tmp_path_factory):
    """Return the public key, and what signs a file, both as the guide for admins has it."""
    key = tmp_path_factory.mktemp("key") / "key.pem"

    def run(line):
        return subprocess.run(
            ["bash", "-euc", line, "", key], check=True, capture_output=True
        ).stdout

    run('openssl genpkey -algorithm ed25519 -out "$1"')
    public = run('openssl pkey -in "$1" -pubout -outform DER | tail -c 32 | base64')

    def sign(file):
        run(
            f'signature=$(openssl pkeyutl -sign -rawin -inkey "$1" -in {file} | base64 -w 0); '
            f"printf '# traydial-signature: %s\\n' \"$signature\" >> {file}"
        )

    return public.decode().strip(), sign


def test_a_signed_file_is_taken_with_all_it_holds(file, openssl):
    signer, sign = openssl
    file.write_text(OFFICE + '[pop]\ncommand = ["notify-send", "{name}"]\n')
    sign(file)
    it = look_into(file, layers({"provisioning": {"key": signer}}))
    assert it.signed
    assert it.unsigned == ()
    assert it.settings.pop.command == ("notify-send", "{name}")


def test_where_signatures_are_wanted_no_other_file_is_taken(file, openssl):
    signer, sign = openssl
    wants = layers({"provisioning": {"key": signer}})
    with pytest.raises(FileRefused, match="not signed"):
        look_into(file, wants)
    sign(file)
    signed = file.read_text()
    for forged in (
        signed.replace("pbx.example", "bad.example"),
        signed + '[phone]\ncontext = "elsewhere"\n',
        f"[ask]\n{signed}",
    ):
        file.write_text(forged)
        with pytest.raises(FileRefused, match="sign"):
            look_into(file, wants)
    file.write_text(signed)
    other = base64.b64encode(bytes(32)).decode()
    for wrong in (other, "typo"):
        with pytest.raises(FileRefused, match="signature is not right"):
            look_into(file, layers({"provisioning": {"key": wrong}}))


@contextlib.asynccontextmanager
async def web(pem, status="200 OK", body=b"", more="", stalls=False):
    """Yield the address of a server that answers so, over TLS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem.pem)
    over = asyncio.Event()

    async def serve(reader, writer):
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, ssl.SSLError):
            await reader.readuntil(b"\r\n\r\n")
            if stalls:
                await over.wait()
            writer.write(f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n{more}\r\n".encode())
            writer.write(body)
            await writer.drain()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=context)
    async with server:
        try:
            yield f"https://localhost:{server.sockets[0].getsockname()[1]}"
        finally:
            over.set()
            await asyncio.sleep(0)  # it hears of it


def fetched(pem, path="/it/office.traydial", within_s=10.0, **answer):
    async def scenario():
        async with web(pem, **answer) as address:
            return await fetch(address + path, str(pem.ca), within_s)

    return asyncio.run(scenario())


@pytest.fixture(scope="module")
def pem(tmp_path_factory):
    return certificates.make(tmp_path_factory.mktemp("web"))


def test_what_lies_at_a_link_is_understood_as_a_file_is(pem):
    name, content = fetched(
        pem, "/it/B%C3%BCro.traydial?for=anna", body=b'[dialling]\ncountry="DE"'
    )
    assert name == "Büro.traydial"
    it = understood(name, content, layers())
    assert [change.place for change in it.changes] == ["dialling.country"]


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ({"status": "404 Not Found"}, "answered 404"),
        (
            {"status": "302 Found", "more": "Location: https://elsewhere.example/\r\n"},
            "answered 302",
        ),
        ({"body": b"#" * (MAX_BYTES + 1)}, "too large"),
        ({"stalls": True, "within_s": 0.3}, "no answer in time"),
    ],
)
def test_a_link_that_leads_to_nothing_says_so(pem, answer, why):
    with pytest.raises(FileRefused, match=why):
        fetched(pem, **answer)


def test_a_server_that_nobody_vouches_for_is_not_believed(pem):
    async def scenario():
        async with web(pem, body=b"[pbx]") as address:
            await fetch(address)

    with pytest.raises(FileRefused, match="certificate is not trusted"):
        asyncio.run(scenario())


@pytest.mark.parametrize(
    "link", ["http://pbx.example/a", "https://", "https://anna:pw@pbx.example/a", "https://[1"]
)
def test_a_link_that_is_none_is_refused_unasked(link):
    with pytest.raises(FileRefused, match="begins with https"):
        asyncio.run(fetch(link))
