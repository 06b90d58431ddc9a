"""The demo PBX tells of its people's phones what real Asterisks tell, in the same words."""

import asyncio

from tests.live.stages import WITHIN, demo_stage, real_stage

PEOPLE = ("7002", "7003")
SHOWN = ("Exten", "Context", "Hint", "Status", "StatusText")


def lives(stage):
    """Return the states that each phone went through, each change once."""
    found = {extension: [] for extension in PEOPLE}
    for message in stage.events:
        states = found.get(message.get("Exten")) if message.event == "ExtensionStatus" else None
        text = message.get("StatusText")
        # the news that a phone has registered may come late
        if states is not None and (states or text != "Idle") and states[-1:] != [text]:
            states.append(text)
    return found


async def registered(stage):
    """Wait until the PBX counts both phones as there."""
    async with asyncio.timeout(WITHIN):
        while True:
            rows = await stage._session.collect("ExtensionStateList")
            if {r.get("Status") for r in rows if r.get("Exten") in PEOPLE} == {"0"}:
                return
            await asyncio.sleep(0.02)


async def over(stage):
    """Wait until it was told that both phones are idle again."""
    async with asyncio.timeout(WITHIN):
        while any(states[-1:] != ["Idle"] for states in lives(stage).values()):
            stage._changed.clear()
            await stage._changed.wait()


async def told(stage):
    """Let Bob call Anna; return what the list said before, and what was told then."""
    rows = await stage._session.collect("ExtensionStateList")
    before = {r.get("Exten"): [(h, r.get(h)) for h in SHOWN] for r in rows}
    names = {key for row in rows for key, _ in row.headers}
    await stage.bob.call("7003")
    await stage.until("ExtensionStatus", Exten="7003", StatusText="Ringing")
    await stage.anna.answer()
    await stage.until("ExtensionStatus", Exten="7003", StatusText="InUse")
    await stage.talks("7003")
    await stage.anna.hangup()
    await over(stage)
    event = next(m for m in stage.events if m.event == "ExtensionStatus")
    return [before[e] for e in PEOPLE], names, {key for key, _ in event.headers}, lives(stage)


def test_same_presence(pbx):
    async def main():
        async with real_stage(pbx) as stage:
            await registered(stage)
            real = await told(stage)
        async with demo_stage() as stage:
            return real, await told(stage)

    real, demo = asyncio.run(asyncio.wait_for(main(), 60))
    assert demo == real
    assert demo[-1] == {"7002": ["InUse", "Idle"], "7003": ["Ringing", "InUse", "Idle"]}


def test_same_table_of_names(pbx):
    async def rows(stage):
        rows = await stage._session.collect("DBGetTree", ("Family", "cidname"))
        await stage.ask("DBGet", ("Family", "cidname"), ("Key", "4711"))
        await stage.ask("DBGet", ("Family", "cidname"), ("Key", "7002"))
        shown = [row for row in rows if row.get("Key") == "/cidname/7002"]
        return [[(k, v) for k, v in row.headers if k != "ActionID"] for row in shown]

    async def main():
        pbx.cli("database put cidname 7002 Bob")
        try:
            async with real_stage(pbx) as stage:
                real = await rows(stage), stage.answers
        finally:
            pbx.cli("database del cidname 7002")
        async with demo_stage() as stage:
            return real, (await rows(stage), stage.answers)

    real, demo = asyncio.run(asyncio.wait_for(main(), 60))
    assert demo == real
    assert real[0]
