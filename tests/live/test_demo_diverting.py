"""The demo PBX keeps do not disturb and forwarding in the words of real Asterisks."""

import asyncio

from tests.live.stages import demo_stage, real_stage

ENTRY = (("Family", "CF"), ("Key", "7001"))
LAMP = "DEVICE_STATE(Custom:DND7001)"
STEPS = (
    ("DBDel", *ENTRY),
    ("DBGet", *ENTRY),
    ("Getvar", ("Variable", "DB_EXISTS(CF/7001)")),
    ("DBPut", *ENTRY, ("Val", "7003")),
    ("DBGet", *ENTRY),
    ("Getvar", ("Variable", "DB_EXISTS(CF/7001)")),
    ("DBPut", *ENTRY, ("Val", "")),
    ("DBGet", *ENTRY),
    ("DBDel", *ENTRY),
    ("DBPut", ("Key", "7001"), ("Val", "7003")),
    ("DBDel", ("Family", "CF")),
    ("Setvar", ("Variable", LAMP), ("Value", "BUSY")),
    ("Getvar", ("Variable", LAMP)),
    ("Setvar", ("Variable", LAMP), ("Value", "NOT_INUSE")),
    ("Getvar", ("Variable", LAMP)),
)


async def told(stage):
    for name, *headers in STEPS:
        await stage.ask(name, *headers)
    await stage.until("DeviceStateChange", Device="Custom:DND7001", State="NOT_INUSE")
    changes = [
        [(key, value) for key, value in message.headers if key != "ActionID"]
        for message in stage.events
        if message.get("Device") == "Custom:DND7001"
    ]
    return stage.answers, changes


def test_same_answers_and_news(pbx):
    async def main():
        async with real_stage(pbx) as stage:
            real = await told(stage)
        async with demo_stage() as stage:
            return real, await told(stage)

    pbx.cli("devstate change Custom:DND7001 NOT_INUSE")
    real, demo = asyncio.run(asyncio.wait_for(main(), 60))
    assert demo[0] == real[0]
    assert demo[1] == real[1]
    assert len(real[0]) == len(STEPS)
    assert len(real[1]) == 2
