"""The program sees the demo's people at their phones."""

import asyncio

from traydial.app.core import Core
from traydial.demo.server import DemoPbx
from traydial.services.secrets import Secrets


class Memory:
    def __init__(self, secret):
        self._secret = secret

    def get_password(self, service, username):
        return self._secret


def test_names_and_states_of_the_people():
    async def main():
        async with DemoPbx(speed=20, gives_up_after=None) as pbx:
            core = Core(pbx.settings(), Secrets({}, Memory(pbx.secret)))
            changed = asyncio.Event()
            colleagues = core.presence.colleagues
            colleagues.subscribe(lambda _: changed.set())

            async def until(so):
                while not so(colleagues.value):
                    changed.clear()
                    await changed.wait()

            core.start()
            try:
                await until(lambda all_: "7003" in all_ and all_["7003"].name == "Anna Berger")
                assert "7001" not in colleagues.value
                assert colleagues.value["7009"].state == "unavailable"
                assert colleagues.value["7003"].state == "idle"
                caller = pbx.call_in("7002", via="7003")
                await until(lambda all_: all_["7003"].state == "in use")
                assert colleagues.value["7002"].state == "in use"
                pbx.hang_up(caller)
                await until(lambda all_: all_["7003"].state == "idle")
            finally:
                await core.aclose()

    asyncio.run(asyncio.wait_for(main(), 20))
