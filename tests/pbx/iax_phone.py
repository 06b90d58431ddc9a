"""A real IAX2 phone, 7006: a small Asterisk of its own that registers at the one under test.

It has the hands of :class:`tests.pbx.phones.Phone`: what it does takes a moment, so it is awaited.
"""

import asyncio
import re
from pathlib import Path

from tests.pbx.asterisk import Asterisk, AsteriskError

CONF = Path(__file__).parent / "conf-iax-phone"
WITHIN = 10.0


class IaxPhone(Asterisk):
    """``with IaxPhone(pbx) as phone:`` starts one; ``there`` waits for its registration."""

    conf = CONF

    def __init__(self, pbx: Asterisk) -> None:
        super().__init__(pbx.version)
        self._pbx = pbx

    async def there(self) -> None:
        """Wait until the PBX has it registered."""
        peer = rf"^7006\S* .*\b127.0.0.1\b.*{self.ports.iax}"
        await self._until("iax2 show peers", peer, self._pbx)

    async def ringing(self) -> None:
        """Wait until it rings."""
        await self._until("core show channels concise", r"!ringing!")

    async def answer(self) -> None:
        """Lift."""
        await self._hand("lifted")

    async def decline(self) -> None:
        """Be busy."""
        await self._hand("busy")

    async def dial(self, number: str) -> None:
        """Lift and dial."""
        where = f"IAX2/7006:7006-secret@127.0.0.1:{self._pbx.ports.iax}/{number}"
        await self._cli(f"channel originate {where} extension lifted@hand")

    async def hangup(self) -> None:
        """Put the receiver down."""
        await self._cli("channel request hangup all")

    async def talking(self) -> None:
        """Wait until somebody is at the other end."""
        await self._until("core show channels concise", r"!Up!Echo!")

    async def idle(self) -> None:
        """Wait until there is no call."""
        await self._until("core show channels count", r"^0 active channels")

    async def _hand(self, does: str) -> None:
        channel = (await self._cli("core show channels concise")).partition("!")[0]
        await self._cli(f"channel redirect {channel} hand,{does},1")

    async def _until(self, command: str, pattern: str, at: Asterisk | None = None) -> None:
        told = ""
        try:
            async with asyncio.timeout(WITHIN):
                while True:
                    told = await self._cli(command, at)
                    if re.search(pattern, told, re.MULTILINE):
                        return
                    await asyncio.sleep(0.02)  # its console has no events
        except TimeoutError:
            raise AsteriskError(f"never {pattern!r} in {command!r}: {told}\n{self.log()}") from None

    async def _cli(self, command: str, at: Asterisk | None = None) -> str:
        return await asyncio.to_thread((at or self).cli, command)

    def _values(self) -> dict[str, str]:
        return {**super()._values(), "pbx_iax_port": str(self._pbx.ports.iax)}

    def _listens(self) -> bool:
        return "Running" in self.cli("module show like chan_iax2")
