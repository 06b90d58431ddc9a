"""What was saved of a real PBX shows again what was seen, without saying of whom."""

import io

import pytest

from tests.live.office import desk_at, live, office
from tests.replay import Watch, play
from traydial.ami.recent import Recent
from traydial.ami.story import read_story, write_story
from traydial.domain.settings import dump


@pytest.mark.parametrize("number", ["7200", "7001"])
def test_what_was_seen_is_seen_again(pbx, number):
    recent = Recent()

    async def scenario():
        async with office(pbx) as o, desk_at(pbx, trace=recent) as desk:
            watch = Watch(desk.core)
            await o.anna.dial(number)
            await o.me.ringing()
            await desk.phase("ringing")
            await o.me.answer()
            await desk.phase("talking")
            await o.anna.hangup()
            await desk.phase("ended")
            text = "".join(write_story(dump(desk.core.settings), recent.messages(), b"key"))
        assert "Anna" not in text
        # Anna's own name came first, or second after the one of the queue's first member
        seen = ["\n".join(watch.seen).replace("Anna Berger", f"Person {n}") for n in (1, 2, 3)]
        assert "\n".join(await play(read_story(io.StringIO(text)))) in seen

    live(scenario())
