import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traydial.ami import protocol as wire
from traydial.ami.protocol import AmiProtocol, Message, encode_action, redacted
from traydial.domain.errors import LocalProtocolError, RemoteProtocolError

BANNER = b"Asterisk Call Manager/11.0.0\r\n"
RING = "Event: Newstate\r\nCallerIDName: Zoë\r\n\r\n".encode()
COMMAND = b"Response: Success\r\nActionID: 1\r\nOutput: a\r\nOutput:  b: c\r\nOutput: \r\n\r\n"
STREAM = BANNER + RING + COMMAND + RING


def receive(*chunks):
    protocol = AmiProtocol()
    return [message for chunk in chunks for message in protocol.receive_data(chunk)]


@pytest.mark.parametrize("cut", range(len(STREAM) + 1))
def test_messages_do_not_depend_on_where_tcp_cut_the_stream(cut):
    assert receive(STREAM[:cut], STREAM[cut:]) == receive(STREAM)


@given(st.lists(st.integers(0, len(STREAM)), max_size=12))
def test_nor_on_how_often(cuts):
    edges = [0, *sorted(cuts), len(STREAM)]
    chunks = [STREAM[a:b] for a, b in itertools.pairwise(edges)]
    got = receive(*chunks)
    assert [m.get("calleridname") for m in got] == ["Zoë", "", "Zoë"]
    assert got[1].output() == ["a", " b: c", ""]


@given(st.binary(max_size=400))
def test_no_bytes_from_the_wire_break_it(data):
    for message in receive(BANNER, data, b"\r\n\r\n"):
        assert message.get("event", "none") is not None
        assert isinstance(message.event, str)
        repr(message)


def test_headers_keep_order_and_repeats_and_names_ignore_case():
    (message,) = receive(BANNER + b"Event: X\r\nChanVariable: a=1\r\nChanVariable: b=2\r\n\r\n")
    assert message.headers == (("Event", "X"), ("ChanVariable", "a=1"), ("ChanVariable", "b=2"))
    assert message.get("CHANVARIABLE") == "a=1"
    assert message.get("Missing", "-") == "-"


def test_an_event_is_known_by_its_name_not_by_text_in_a_value():
    (message,) = receive(BANNER + b"Response: Success\r\nMessage: Event: Hangup\r\n\r\n")
    assert message.event == ""


def test_bytes_that_are_no_utf8_spoil_one_character_only():
    (message,) = receive(BANNER + b"Event: X\r\nCallerIDName: Ren\xe9 B\r\n\r\n")
    assert message.get("CallerIDName") == "Ren\ufffd B"


def test_the_banner_is_kept():
    protocol = AmiProtocol()
    protocol.receive_data(BANNER)
    assert protocol.banner == "Asterisk Call Manager/11.0.0"


@pytest.mark.parametrize(
    "greeting", [b"HTTP/1.1 400 Bad Request\r\n", b"SSH-2.0-OpenSSH", b"\x15\x03\x01", b"A" * 300]
)
def test_another_server_is_not_an_asterisk(greeting):
    with pytest.raises(RemoteProtocolError, match="not an AMI server"):
        receive(greeting)


def test_a_message_without_end_is_refused(monkeypatch):
    monkeypatch.setattr(wire, "MAX_MESSAGE", 64)
    with pytest.raises(RemoteProtocolError, match="longer"):
        receive(BANNER + b"x" * 65)


def test_an_action_is_written_as_asterisk_reads_it():
    sent = encode_action("Getvar", [("ActionID", "7"), ("Variable", "HINT(ä)")])
    assert sent == "Action: Getvar\r\nActionID: 7\r\nVariable: HINT(ä)\r\n\r\n".encode()


@pytest.mark.parametrize("evil", ["1\r\nAction: Command", "1\nX: y", "1\r", "1\0"])
@pytest.mark.parametrize("where", ["name", "key", "value"])
def test_nothing_smuggles_a_header(evil, where):
    pair = {"name": ("Exten", "1"), "key": (evil, "1"), "value": ("Exten", evil)}[where]
    with pytest.raises(LocalProtocolError):
        encode_action(evil if where == "name" else "Originate", [pair])


def test_a_line_that_asterisk_would_throw_away_is_not_sent():
    room = 1023 - len("Variable: ")
    assert encode_action("Originate", [("Variable", "x" * room)])
    with pytest.raises(LocalProtocolError, match="longer than 1023"):
        encode_action("Originate", [("Variable", "x" * (room + 1))])
    with pytest.raises(LocalProtocolError, match="128"):
        encode_action("Originate", [("Variable", "x")] * 128)


def test_secrets_stay_out_of_logs_and_reprs():
    assert "hunter2" not in redacted([("Secret", "hunter2"), ("Key", "hunter2")])
    assert "hunter2" not in repr(Message("Action: Login\r\nSecret: hunter2"))
    assert "bob" in redacted([("Username", "bob")])
