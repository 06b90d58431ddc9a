"""What is written down of a conversation, and what never is."""

import io
import os

import pytest

from traydial.ami.trace import TraceFile, read_trace, traced_to, without_secrets


def test_a_trace_reads_as_it_went():
    file, now = io.StringIO(), iter([10.5, 11.25])
    trace = TraceFile(file, clock=lambda: next(now))
    trace(True, "Action: Ping\r\nActionID: 1")
    trace(False, "Response: Success\r\nActionID: 1\r\nName: # > no head")
    assert file.getvalue() == (
        "# Traydial trace 1\n"
        "> 10.500000\nAction: Ping\nActionID: 1\n\n"
        "< 11.250000\nResponse: Success\nActionID: 1\nName: # > no head\n\n"
    )
    file.seek(0)
    assert [*read_trace(file)] == [
        (True, 10.5, "Action: Ping\r\nActionID: 1"),
        (False, 11.25, "Response: Success\r\nActionID: 1\r\nName: # > no head"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Action: Login\r\nSecret: hush-hush",
        "Action: Login\r\nsecret:hush-hush",
        "Action: Login\r\nKey: hush-hush",
        "Response: Success\r\nLine-000000-000000: secret=hush-hush",
        "Response: Success\r\nLine-000000-000000: Secret = hush-hush",
    ],
)
def test_what_is_secret_by_its_name_is_not_written(text):
    assert "hush" not in without_secrets(text)


def test_the_password_is_written_nowhere_whatever_it_stands_in():
    assert "hush-hush" not in without_secrets("Event: X\r\nAppData: say(hush-hush)", "hush-hush")


def test_a_message_cannot_pretend_to_be_another():
    file = io.StringIO()
    TraceFile(file, clock=lambda: 1.0)(False, "Event: X\r\n\r\n> 5.0\r\nAction: Originate")
    file.seek(0)
    assert [sent for sent, _, _ in read_trace(file)] == [False]


def test_no_more_is_written_than_there_is_room_for(monkeypatch):
    monkeypatch.setattr("traydial.ami.trace.MOST_CHARACTERS", 100)
    file = io.StringIO()
    trace = TraceFile(file, clock=lambda: 1.0)
    for _ in range(50):
        trace(False, "Event: " + "x" * 30)
    assert len(file.getvalue()) < 250
    assert file.getvalue().endswith("# no more is written: it is too long\n")


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX's")
def test_nobody_else_can_read_it_and_no_link_is_followed(tmp_path):
    before = tmp_path / "trace.txt"
    before.touch(0o644)
    with traced_to(before):
        assert before.stat().st_mode & 0o777 == 0o600
    link = tmp_path / "link"
    link.symlink_to(before)
    with pytest.raises(OSError, match="link"), traced_to(link):
        pass
