"""Whether a loop goes on while something waits."""

import asyncio
import contextlib


@contextlib.asynccontextmanager
async def turns():
    """Yield a list whose one item is how often the loop, asked each millisecond, went on.

    How long it stood still at most says little on a machine that others use too.
    """
    count = [0]

    async def tick():
        while True:
            await asyncio.sleep(0.001)
            count[0] += 1

    ticking = asyncio.create_task(tick())
    await asyncio.sleep(0)
    try:
        yield count
    finally:
        ticking.cancel()
