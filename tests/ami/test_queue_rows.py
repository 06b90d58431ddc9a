from traydial.ami.protocol import Message
from traydial.ami.queue_rows import follow, read_queues
from traydial.domain.queues import OwnInterfaces, QueueSettings

OWN = OwnInterfaces(QueueSettings(), ("PJSIP/7001",), "7001")


def message(event, **headers):
    return Message("\r\n".join([f"Event: {event}", *(f"{k}: {v}" for k, v in headers.items())]))


def entry(key, position, wait, queue="support"):
    return message("QueueEntry", Queue=queue, Uniqueid=key, Position=position, Wait=wait)


ROWS = [
    message("QueueParams", Queue="support", Calls="2"),
    message("QueueMember", Queue="support", Location="PJSIP/7002", Membership="static"),
    message("QueueMember", Queue="support", Location="PJSIP/7001", Membership="realtime"),
    entry("b", "2", "5"),
    entry("a", "1", "9"),
    message("QueueParams", Queue="sales", Calls="0"),
]


def test_rows_become_queues_with_the_own_phones_and_who_waits_in_order():
    queues = read_queues(ROWS, OWN, {"sales": "Sales"}, 100.0)
    support = queues["support"]
    assert [member.interface for member in support.members] == ["PJSIP/7001"]
    assert support.is_fixed
    assert [(caller.key, caller.since) for caller in support.waiting] == [("a", 91.0), ("b", 95.0)]
    assert (queues["sales"].shown, queues["sales"].waiting) == ("Sales", ())


def test_rows_of_no_queue_and_without_numbers_do_no_harm():
    rows = [entry("a", "x", "", queue="gone"), message("QueueMember", Queue="gone", Location="x")]
    assert read_queues(rows, OWN, {}, 100.0) == {}


def test_events_are_followed_and_told_twice_change_nothing_more():
    queues = read_queues(ROWS, OWN, {}, 100.0)

    def after(event, **headers):
        told = message(event, **headers)
        once = follow(queues, told, OWN, 110.0)
        assert follow(once, told, OWN, 120.0) == once
        return once

    join = {"Queue": "support", "Uniqueid": "c", "Position": "2", "CallerIDNum": "7003"}
    assert [c.key for c in after("QueueCallerJoin", **join)["support"].waiting] == ["a", "c", "b"]
    left = after("QueueCallerLeave", Queue="support", Uniqueid="a")["support"]
    assert [c.key for c in left.waiting] == ["b"]
    me = {"Queue": "sales", "Interface": "PJSIP/7001", "Membership": "dynamic", "MemberName": "Me"}
    (member,) = after("QueueMemberAdded", **me, Paused="0")["sales"].members
    assert (member.name, member.is_fixed, member.paused) == ("Me", False, False)
    paused = {"Paused": "1", "PausedReason": "Lunch", "LastPause": "77"}
    (member,) = after("QueueMemberPause", **me, **paused)["sales"].members
    assert (member.paused, member.reason, member.paused_since) == (True, "Lunch", 77.0)
    gone = after("QueueMemberRemoved", Queue="support", Interface="PJSIP/7001")
    assert gone["support"].members == ()
    somebody = {"Queue": "support", "Interface": "PJSIP/7002"}
    assert after("QueueMemberRemoved", **somebody) == queues
    assert after("QueueCallerLeave", Queue="gone", Uniqueid="a") == queues
