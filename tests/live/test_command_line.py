"""The command line on a real Asterisk: what it prints and how it exits."""

import asyncio

import pytest

from tests.live.office import live, office
from tests.live.terminal import run, traydial, write_profile

KEYS = [
    "at",
    "call",
    "direction",
    "phase",
    "number",
    "name",
    "via",
    "recording",
    "recorded_by_pbx",
    "cause",
]


@pytest.fixture
def profile(tmp_path, pbx):
    return write_profile(tmp_path / "profile", pbx)


def test_dial_prints_its_call_and_exits_0_when_it_was_answered(pbx, profile):
    async def scenario():
        async with office(pbx) as o, traydial(profile, "dial", "7002", "--json") as dial:
            await o.me.ringing()
            await o.me.answer()
            await o.bob.ringing()
            await o.bob.answer()
            line = await dial.line(phase="talking")
            assert list(line) == KEYS
            assert (line["direction"], line["number"], line["name"]) == ("out", "7002", "Bob")
            await o.bob.hangup()
            code, err = await dial.end()
            assert (code, err) == (0, "")
            assert dial.lines[-1]["cause"] == "hung up"
            assert len({line["call"] for line in dial.lines}) == 1

    live(scenario())


@pytest.mark.parametrize(("reject", "cause"), [(486, "busy"), (603, "declined")])
def test_dial_exits_3_when_nobody_was_reached(pbx, profile, reject, cause):
    async def scenario():
        async with office(pbx) as o:
            await o.bob.policy(reject=reject)
            async with traydial(profile, "--json", "dial", "7002") as dial:
                await o.me.ringing()
                await o.me.answer()
                code, _ = await dial.end()
                assert (code, dial.lines[-1]["cause"]) == (3, cause)

    live(scenario())


@pytest.mark.parametrize("phase", ["own-ringing", "calling", "ringing", "talking"])
def test_ctrl_c_cancels_in_each_phase(pbx, profile, phase):
    async def scenario():
        number = "7700" if phase == "calling" else "7002"
        async with office(pbx) as o, traydial(profile, "dial", number, "--json") as dial:
            await o.me.ringing()
            if phase != "own-ringing":
                await o.me.answer()
            if phase == "talking":
                await o.bob.ringing()
                await o.bob.answer()
            await dial.line(phase=phase)
            dial.interrupt()
            code, _ = await dial.end()
            await asyncio.gather(o.me.idle(), o.bob.idle())
            assert dial.lines[-1]["phase"] == "ended"
            assert code == (0 if phase == "talking" else 3)

    live(scenario())


def test_calls_record_transfer_and_hangup_from_other_processes(pbx, profile):
    async def scenario():
        async with office(pbx) as o, traydial(profile, "watch", "--json") as watch:
            await o.bob.dial("7001")
            await o.me.ringing()
            ringing = await watch.line(phase="ringing")
            assert (ringing["direction"], ringing["number"], ringing["name"]) == (
                "in",
                "7002",
                "Bob",
            )
            code, lines, _ = await run(profile, "calls", "--json")
            assert (code, [c["phase"] for c in lines]) == (0, ["ringing"])
            call = ringing["call"]
            assert lines[0]["call"] == call
            assert (await run(profile, "transfer", call, "7999"))[0] == 3
            assert (await run(profile, "record", call, "on"))[0] == 3  # not answered yet
            await o.me.answer()
            await watch.line(phase="talking")
            assert (await run(profile, "record", call, "on"))[0] == 0
            await watch.line(recording=True, recorded_by_pbx=False)
            assert (await run(profile, "calls", "--json"))[1][0]["recording"] is True
            assert (await run(profile, "record", call, "off"))[0] == 0
            await watch.line(recording=False, recorded_by_pbx=False)
            assert (await run(profile, "transfer", call, "7999"))[0] == 3
            assert (await run(profile, "transfer", call, "7003"))[0] == 0
            await o.anna.ringing()
            await o.me.idle()
            await watch.line(phase="ended")
            assert (await run(profile, "hangup", call))[0] == 3  # it is over
            watch.interrupt()
            assert (await watch.end())[0] == 0
            assert not any(line["recorded_by_pbx"] for line in watch.lines)

    live(scenario())


def test_diverting_and_hanging_up_from_a_process_that_was_not_there_when_it_began(pbx, profile):
    async def scenario():
        async with office(pbx) as o:
            await o.bob.dial("7001")
            await o.me.ringing()
            call = (await run(profile, "calls", "--json"))[1][0]["call"]
            assert (await run(profile, "transfer", call, "7003"))[0] == 0
            await o.anna.ringing()
            await o.bob.hangup()
            await asyncio.gather(o.me.idle(), o.anna.idle())
            await o.bob.dial("7001")
            await o.me.ringing()
            call = (await run(profile, "calls", "--json"))[1][0]["call"]
            assert (await run(profile, "answer", call))[0] == 3  # this phone cannot be told
            await o.me.policy(remote=True)
            assert (await run(profile, "answer", call))[0] == 0
            await o.me.talking()
            assert (await run(profile, "hangup", call))[0] == 0
            await asyncio.gather(o.me.idle(), o.bob.idle())

    live(scenario())


def test_each_refusal_has_its_sentence_and_exit_code(pbx, tmp_path):
    def profile(name, account="desk", **keys):
        return write_profile(tmp_path / name, pbx, account, **keys)

    good = profile("good")
    closed = profile("closed", hosts=["127.0.0.1:1"])
    cases = [
        (good, ("dial", "hello"), {}, 2, "no number to dial"),
        (good, ("dial", "tel:*21*1#"), {}, 2, "no number to dial"),
        (good, ("nonsense",), {}, 2, "no verb"),
        (good, ("dial", "7999"), {}, 3, "not connected"),  # the own phone is looked at first
        (good, ("hangup", "1.2"), {}, 3, "over"),
        (closed, ("status",), {}, 4, "cannot be reached"),
        (closed, ("dial", "7002"), {}, 4, "cannot be reached"),
        (profile("plain", hosts=[f"127.0.0.1:{pbx.ami_port}"]), ("status",), {}, 4, "secure"),
        (good, ("status",), {"secret": "wrong"}, 5, "refused user name or password"),
        (good, ("watch",), {"secret": "wrong"}, 5, "refused user name or password"),
        (profile("pin", fingerprint="AB" * 32), ("status",), {}, 6, "another certificate"),
        (profile("store", fingerprint=""), ("status",), {}, 6, "does not know"),
        (
            profile("name", fingerprint="", ca_file=str(pbx.certificate.ca)),
            ("status",),
            {},
            6,
            "another name",
        ),
        (profile("watcher", "watcher"), ("dial", "7002"), {}, 7, "may not"),
    ]

    async def scenario():
        for folder, arguments, kind, code, words in cases:
            got, lines, err = await run(folder, *arguments, **kind)
            assert (arguments, got) == (arguments, code), err
            assert words in err
            assert "secret" not in err.lower()
            assert lines == []

    live(scenario())


def test_recording_without_the_right_is_exit_7(pbx, tmp_path):
    async def scenario():
        profile = write_profile(tmp_path, pbx, "calls")
        async with office(pbx) as o:
            await o.bob.dial("7001")
            await o.me.ringing()
            await o.me.answer()
            call = await o.desk.phase("talking")
            code, _, err = await run(profile, "record", call.key, "on")
            assert code == 7
            assert "may not record" in err
            await o.bob.hangup()

    live(scenario())
