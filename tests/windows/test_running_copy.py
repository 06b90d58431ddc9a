"""One running copy for each session, and how others reach it by its pipe."""

import subprocess
from pathlib import Path

import traydial
from tests.windows.copies import PYTHONW, WITHIN_S, alive, calls, ended, lines, wait
from traydial.app.pipe import Pipe, session_id
from traydial.app.profile import pipe_prefix

HELPER = str(Path(traydial.__file__).with_name("open_link_windows.py"))


INTERRUPTED = """
import os, signal, sys, threading, time

def interrupt():
    while not os.path.exists({!r}):
        time.sleep(0.02)
    signal.raise_signal(signal.SIGINT)

threading.Thread(target=interrupt, daemon=True).start()
from traydial.cli import main
sys.exit(main(sys.argv[1:]))
"""


def hand_over(profile, link):
    command = [PYTHONW, "-I", "-S", HELPER, pipe_prefix(profile.folder), str(profile.folder), link]
    return subprocess.run(command, env=profile.env, timeout=WITHIN_S, check=False).returncode


def test_the_first_verb_starts_it_and_all_others_use_it(profile):
    code, out, err = profile.run("status", "--json")
    assert code == 0, err
    assert lines(out)[0]["link"] == "online"
    (pid,) = profile.pids()
    assert profile.run("tel:7002")[0] == 0
    ((call, *_),) = [calls(profile)]
    assert call["number"] == "7002"
    assert profile.run("hangup", call["call"])[0] == 0
    code, out, err = profile.run("dial", "7006", "--json")  # declines
    assert code == 3, err
    assert profile.run()[0] == 0  # a second start changes nothing
    assert profile.pids() == [pid]
    log = (profile.folder / "traydial.log").read_text("utf-8")
    assert "ERROR" not in log, log


def test_starts_at_once_make_one_copy_and_lose_no_request(profile):
    started = [profile.start("status") for _ in range(6)]
    results = [ended(process) for process in started]
    assert [code for code, _, _ in results] == [0] * 6, results
    assert len(profile.pids()) == 1


def test_a_killed_copy_leaves_nothing_that_hinders_the_next(profile):
    assert profile.run("status")[0] == 0
    profile.kill()
    assert profile.pids() != []  # its lock is still there
    code, _, err = profile.run("status")
    assert code == 0, err


def test_an_interrupt_cancels_the_call_that_is_being_dialled(running):
    profile = running
    go = profile.folder / "go"
    dial = profile.start("dial", "7005", "--json", code=INTERRUPTED.format(str(go)))
    wait(lambda: calls(profile))
    go.touch()
    code, out, err = ended(dial)
    assert code == 3, err
    assert lines(out)[-1]["cause"] == "cancelled"
    assert not calls(profile)


def test_the_handler_of_links_hands_over_without_the_program(running):
    profile = running
    assert hand_over(profile, "tel:7002;phone-context=%C3%BC") == 0
    wait(lambda: [c["number"] for c in calls(profile)] == ["7002"])
    assert hand_over(profile, "--help") == 2
    assert hand_over(profile, "http://example.net/") == 2


def test_the_handler_of_links_starts_the_program_where_none_runs(profile):
    assert hand_over(profile, "tel:7002") == 0
    wait(profile.pids)
    wait(lambda: [c["number"] for c in calls(profile)] == ["7002"])


def test_the_pipe_is_named_for_the_session(profile):
    assert Pipe.connect(profile.found.server) is None
    assert profile.found.server.endswith(f"-{session_id()}")


def test_quit_returns_when_the_copy_has_ended(profile):
    assert profile.run("status")[0] == 0
    (pid,) = profile.pids()
    assert alive(pid)
    code, out, err = profile.run("quit")
    assert (code, out, err) == (0, "", "")
    assert not alive(pid)  # an installer may replace its files now
    code, _, err = profile.run("quit")
    assert code == 0
    assert "not running" in err
    assert not profile.pids()  # it left no lock, and none was started
