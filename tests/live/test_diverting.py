"""Do not disturb and forwarding: what is set, what is shown, and what callers then meet.

Each step is compared with the database as the PBX's own console tells it.
"""

import asyncio
import contextlib

import pytest

from tests.live.office import desk_at, live, office
from traydial.domain.diversions import UNTOLD, DiversionSettings, Forward
from traydial.domain.errors import (
    ActionFailed,
    ForwardsBack,
    ForwardsToItself,
    NoSuchNumber,
    NotKept,
    NotPermitted,
)

MARK = "AMPUSER 7001/device"  # by which a FreePBX is known


def entry(pbx, where):
    """Return an entry of the database, or None."""
    told = pbx.cli(f"database get {where}", check=False).strip()
    return told.removeprefix("Value: ").strip() if told.startswith("Value:") else None


@contextlib.contextmanager
def freepbx(pbx):
    """Let this PBX look like a FreePBX; leave nothing behind."""
    pbx.cli(f"database put {MARK} 7001")
    try:
        yield
    finally:
        for family in ("AMPUSER/7001", "DND", "CF", "CFB", "CFU", "CFIM"):
            pbx.cli(f"database deltree {family}", check=False)
        for lamp in ("DND", "DEVDND", "CF", "DEVCF"):
            pbx.cli(f"devstate change Custom:{lamp}7001 NOT_INUSE", check=False)


async def shows(desk, wanted):
    """Wait until a desktop shows it so."""
    store, changed = desk.core.diverter.diversions, asyncio.Event()
    end = store.subscribe(lambda _: changed.set())
    try:
        async with asyncio.timeout(10):
            while not wanted(store.value):
                changed.clear()
                await changed.wait()
    except TimeoutError:
        raise AssertionError(f"never seen; instead: {store.value}") from None
    finally:
        end()
    return store.value


async def dials(phone, number):
    """Let somebody dial, and wait until that call is over."""
    before = len(phone.history)
    await phone.dial(number)
    await phone._until(
        f"to be done with {number}",
        lambda: "idle" in [state for _, state, _ in phone.history[before:]],
        10,
    )


async def blinks(desk, wanted):
    """Wait until the PBX tells phones with a lamp on *767001 this state."""
    session = desk.core.supervisor.session
    where = (("Exten", "*767001"), ("Context", "internal"))
    async with asyncio.timeout(10):
        while True:
            answer = await session.perform("ExtensionState", *where)
            if answer.get("StatusText") == wanted:
                return
            await asyncio.sleep(0.02)


async def lamp(desk, name):
    session = desk.core.supervisor.session
    answer = await session.perform("Getvar", ("Variable", f"DEVICE_STATE(Custom:{name}7001)"))
    return answer.get("Value")


@pytest.mark.parametrize("account", ["desk", "own"])
def test_nobody_gets_through_until_it_is_over(pbx, account):
    async def scenario():
        async with office(pbx) as o:
            desk = o.desks[account]
            await shows(desk, lambda d: d.do_not_disturb is False)
            await desk.core.diverter.set_do_not_disturb(True)
            assert desk.core.diverter.diversions.value.do_not_disturb is True
            assert entry(pbx, "DND 7001") == "YES"
            assert await lamp(desk, "DND") == await lamp(desk, "DEVDND") == "BUSY"
            await blinks(desk, "Busy")
            await dials(o.bob, "7011")
            assert o.bob.ended == 486
            await desk.core.diverter.set_do_not_disturb(False)
            assert desk.core.diverter.diversions.value.do_not_disturb is False
            assert entry(pbx, "DND 7001") is None
            assert await lamp(desk, "DND") == await lamp(desk, "DEVDND") == "NOT_INUSE"
            await blinks(desk, "Idle")
            await o.bob.dial("7011")
            await o.me.ringing()
            await o.bob.hangup()
            await o.me.idle()

    with freepbx(pbx):
        live(scenario())


def test_off_twice_leaves_no_warning_in_the_log(pbx):
    async def scenario():
        async with desk_at(pbx) as desk:
            await shows(desk, lambda d: d.known)
            before = len(pbx.log())
            await desk.core.diverter.set_do_not_disturb(False)
            await desk.core.diverter.forward(Forward.ALWAYS, "")
            assert "WARNING" not in pbx.log()[before:]
            assert "ERROR" not in pbx.log()[before:]

    with freepbx(pbx):
        live(scenario())


@pytest.mark.parametrize("account", ["desk", "calls", "own"])
def test_what_is_set_at_the_phone_is_shown(pbx, account):
    async def scenario():
        async with office(pbx) as o:
            desk = o.desks[account]
            told = (lambda target: UNTOLD) if account == "calls" else (lambda target: target)
            await shows(desk, lambda d: d.do_not_disturb is False)
            await dials(o.me, "*78")
            await shows(desk, lambda d: d.do_not_disturb)
            assert entry(pbx, "DND 7001") == "YES"
            await dials(o.me, "*727003")  # lights no lamp
            await shows(desk, lambda d: d.active == {Forward.ALWAYS: told("7003")})
            assert entry(pbx, "CF 7001") == "7003"
            await dials(o.me, "*73")
            await dials(o.me, "*79")
            await shows(desk, lambda d: d.do_not_disturb is False and not d.active)
            assert entry(pbx, "CF 7001") is None

    with freepbx(pbx):
        live(scenario())


def test_two_desktops_of_one_user_agree(pbx):
    async def scenario():
        async with office(pbx) as o:
            other = o.desks["calls"]
            await shows(o.desk, lambda d: d.do_not_disturb is False)
            await shows(other, lambda d: d.do_not_disturb is False)
            await o.desk.core.diverter.set_do_not_disturb(True)
            await shows(other, lambda d: d.do_not_disturb)
            await o.desk.core.diverter.forward(Forward.ALWAYS, "7003")
            await shows(other, lambda d: d.active == {Forward.ALWAYS: UNTOLD})
            await other.core.diverter.set_do_not_disturb(False)  # by the code for it
            await shows(o.desk, lambda d: d.do_not_disturb is False)

    with freepbx(pbx):
        live(scenario())


def test_what_is_set_on_the_console_is_shown_when_somebody_looks(pbx):
    async def scenario():
        async with desk_at(pbx) as desk:
            await shows(desk, lambda d: d.do_not_disturb is False)
            pbx.cli("database put DND 7001 YES")
            pbx.cli("database put CFB 7001 7003")
            desk.core.diverter.opened()
            await shows(desk, lambda d: d.do_not_disturb and d.active == {Forward.BUSY: "7003"})
            pbx.cli("database del DND 7001")
            pbx.cli("devstate change Custom:DND7001 NOT_INUSE")  # a lamp changes: nobody looks
            pbx.cli("devstate change Custom:DND7001 BUSY")
            await shows(desk, lambda d: d.do_not_disturb is False)

    with freepbx(pbx):
        live(scenario())


@pytest.mark.parametrize(
    ("when", "where"),
    [(Forward.ALWAYS, "CF"), (Forward.BUSY, "CFB"), (Forward.NO_ANSWER, "CFU")],
)
def test_callers_are_sent_elsewhere(pbx, when, where):
    async def scenario():
        async with office(pbx) as o:
            diverter = o.desk.core.diverter
            await shows(o.desk, lambda d: d.known)
            await diverter.forward(when, "7003")
            assert diverter.diversions.value.active == {when: "7003"}
            assert entry(pbx, f"{where} 7001") == "7003"
            await o.bob.dial("7011")
            if when is Forward.BUSY:
                await o.me.ringing()
                await o.me.decline(486)
            await o.anna.ringing()
            await o.anna.answer()
            await o.bob.talking()
            await o.bob.hangup()
            await o.anna.idle()
            await diverter.forward(when, "")
            assert diverter.diversions.value.active == {}
            assert entry(pbx, f"{where} 7001") is None

    with freepbx(pbx):
        live(scenario())


def test_calls_are_not_sent_where_nobody_is(pbx):
    async def scenario():
        async with desk_at(pbx) as desk:
            diverter = desk.core.diverter
            await shows(desk, lambda d: d.known)
            for target, error in (
                ("7999", NoSuchNumber),
                ("7001", ForwardsToItself),
                ("7002", ForwardsBack),
            ):
                pbx.cli("database put CF 7002 7001")
                with pytest.raises(error):
                    await diverter.forward(Forward.ALWAYS, target)
                assert entry(pbx, "CF 7001") is None
                assert diverter.diversions.value.active == {}

    with freepbx(pbx):
        live(scenario())


def test_without_system_the_codes_that_people_dial_set_it_and_no_phone_rings(pbx):
    async def scenario():
        async with office(pbx) as o:
            desk = o.desks["calls"]
            diverter = desk.core.diverter
            await shows(desk, lambda d: d.do_not_disturb is False and d.by_codes)
            await diverter.set_do_not_disturb(True)
            assert entry(pbx, "DND 7001") == "YES"
            assert await lamp(desk, "DND") == "BUSY"
            await diverter.forward(Forward.ALWAYS, "7003")
            assert entry(pbx, "CF 7001") == "7003"
            assert diverter.diversions.value.active == {Forward.ALWAYS: UNTOLD}
            with pytest.raises(NotKept):  # this PBX has no such code
                await diverter.forward(Forward.BUSY, "7003")
            with pytest.raises(NoSuchNumber):
                await diverter.forward(Forward.ALWAYS, "7999")
            await diverter.forward(Forward.ALWAYS, "")
            await diverter.set_do_not_disturb(False)
            assert entry(pbx, "CF 7001") is entry(pbx, "DND 7001") is None
            assert "ringing" not in [state for _, state, _ in o.me.history]
            assert [d.core.calls.value for d in o.desks.values()] == [{}, {}, {}]
            await shows(o.desk, lambda d: d.do_not_disturb is False and not d.by_codes)

    with freepbx(pbx):
        live(scenario())


def test_a_code_that_does_nothing_is_not_believed(pbx):
    useless = DiversionSettings("freepbx", codes=("7400", "7400"))  # an echo

    async def scenario():
        async with desk_at(pbx, "calls", diversions=useless) as desk:
            await shows(desk, lambda d: d.by_codes)
            with pytest.raises(ActionFailed):
                await desk.core.diverter.set_do_not_disturb(True)
            assert desk.core.diverter.diversions.value.do_not_disturb is False

    with freepbx(pbx):
        live(scenario())


@pytest.mark.parametrize("account", ["noorig", "calls"])
def test_who_may_do_neither_sees_it(pbx, account):
    settings = DiversionSettings(by_codes=account == "noorig")

    async def scenario():
        async with desk_at(pbx, account, diversions=settings) as desk:
            await shows(desk, lambda d: d.do_not_disturb and not d.by_codes)
            with pytest.raises(NotPermitted):
                await desk.core.diverter.set_do_not_disturb(False)
            with pytest.raises(NotPermitted):
                await desk.core.diverter.forward(Forward.ALWAYS, "7003")
            assert entry(pbx, "DND 7001") == "YES"
            assert entry(pbx, "CF 7001") is None
            assert "Dangerous function" not in pbx.log()

    with freepbx(pbx):
        pbx.cli("database put DND 7001 YES")
        live(scenario())


def test_no_freepbx_nothing_to_set(pbx):
    async def scenario():
        async with desk_at(pbx) as desk:
            keeping = desk.core.diverter._keeping
            async with asyncio.timeout(10):
                await keeping  # it has looked, and looks no more
            assert not desk.core.diverter.diversions.value.known

    live(scenario())


def test_the_office_may_keep_it_under_names_of_its_own(pbx):
    own = DiversionSettings("own", do_not_disturb="office/{extension}/quiet", value="on")

    async def scenario():
        async with desk_at(pbx, diversions=own) as desk:
            await shows(desk, lambda d: d.do_not_disturb is False and not d.forwards)
            await desk.core.diverter.set_do_not_disturb(True)
            assert entry(pbx, "office 7001/quiet") == "on"
            await desk.core.diverter.set_do_not_disturb(False)
            assert entry(pbx, "office 7001/quiet") is None

    with freepbx(pbx):
        live(scenario())


def test_a_dialplan_like_the_one_in_the_readme_is_served(pbx):
    async def scenario():
        async with (
            office(pbx) as o,
            desk_at(pbx, diversions=DiversionSettings("plain")) as desk,
        ):
            diverter = desk.core.diverter
            await shows(desk, lambda d: d.do_not_disturb is False)
            await diverter.set_do_not_disturb(True)
            assert entry(pbx, "DND 7001") == "1"
            await dials(o.bob, "7012")
            assert o.bob.ended == 486
            await diverter.set_do_not_disturb(False)
            await diverter.forward(Forward.ALWAYS, "7003")
            assert entry(pbx, "CFIM 7001") == "7003"
            await o.bob.dial("7012")
            await o.anna.ringing()
            await o.bob.hangup()
            await o.anna.idle()
            await diverter.forward(Forward.ALWAYS, "")
            await o.bob.dial("7012")
            await o.me.ringing()
            await o.bob.hangup()
            await o.me.idle()

    with freepbx(pbx):
        live(scenario())


def test_after_the_link_was_gone_it_is_read_anew(pbx):
    async def scenario():
        async with desk_at(pbx) as desk:
            await shows(desk, lambda d: d.do_not_disturb is False)
            desk.core.supervisor.session.abort()
            await shows(desk, lambda d: not d.known)
            pbx.cli("database put DND 7001 YES")
            await shows(desk, lambda d: d.do_not_disturb)

    with freepbx(pbx):
        live(scenario())
