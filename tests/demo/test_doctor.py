"""The doctor at the demo PBX: whoever tries it sees what it is like when all is well."""

import asyncio

from traydial.app.checks import check_connection
from traydial.demo.server import DemoPbx


def test_the_demo_is_in_good_health():
    found = {}

    async def scenario():
        async with DemoPbx() as pbx, asyncio.timeout(20):
            await check_connection(pbx.settings(), pbx.secret, lambda c: found.setdefault(c.key, c))

    asyncio.run(scenario())
    assert [c.what for c in found.values() if not c.ok] == []
    assert {"certificate", "login", "holes", "clock", "phone", "context", "hints"} <= {*found}
