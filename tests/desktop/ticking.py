"""How long a loop stands still."""

import asyncio
import contextlib
import time


@contextlib.asynccontextmanager
async def longest_pause():
    """Yield a list whose one item is how long, in seconds, the loop has stood still at most."""
    longest = [0.0]

    async def tick():
        last = time.monotonic()
        while True:
            await asyncio.sleep(0.001)
            now = time.monotonic()
            longest[0] = max(longest[0], now - last)
            last = now

    ticking = asyncio.create_task(tick())
    await asyncio.sleep(0)
    try:
        yield longest
    finally:
        ticking.cancel()
