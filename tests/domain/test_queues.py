import pytest

from traydial.domain.queues import Member, OwnInterfaces, Queue, QueueSettings
from traydial.domain.settings import read


def own(interface="", devices=("PJSIP/7001",), extension="7001"):
    return OwnInterfaces(QueueSettings(interface=interface), devices, extension)


@pytest.mark.parametrize(
    ("interface", "state", "mine"),
    [
        ("PJSIP/7001", "", True),
        ("pjsip/7001", "PJSIP/7001", True),
        ("PJSIP/70011", "PJSIP/70011", False),
        ("Local/7001@from-queue/n", "", True),
        ("Local/7001@from-queue/n", "hint:7001@ext-local", True),
        ("Local/s@agents", "PJSIP/7001", True),
        ("Local/s@agents", "hint:7001@ext-local", True),
        ("Local/17001@from-queue/n", "hint:17001@ext-local", False),
        ("Local/7002@from-queue/n", "", False),
        ("", "", False),
    ],
)
def test_which_members_are_the_user(interface, state, mine):
    assert own().has(interface, state) is mine


def test_what_is_not_set_up_is_in_no_queue():
    nobody = own(devices=(), extension="")
    assert not nobody.has("", "")
    assert not nobody.has("Local/@from-queue/n", "hint:")
    assert nobody.to_log_in == ""


def test_what_logs_in():
    assert (own().to_log_in, own().state) == ("PJSIP/7001", "")
    local = own("Local/{extension}@from-queue/n")
    assert (local.to_log_in, local.state) == ("Local/7001@from-queue/n", "PJSIP/7001")
    assert local.has("Local/7001@FROM-queue/n")
    follow_me = own(devices=("Local/7001@from-internal", "PJSIP/7001"))
    assert (follow_me.to_log_in, follow_me.state) == ("Local/7001@from-internal", "PJSIP/7001")
    assert own("Agent/{extension}").has("Agent/7001")


def test_one_pauses_when_none_of_the_own_phones_rings():
    desk, soft = Member("PJSIP/7001"), Member("PJSIP/7001-soft", paused=True, reason="Lunch")
    assert not Queue("support", members=(desk, soft)).paused
    assert Queue("support", members=(soft,)).paused
    assert not Queue("support").paused
    assert not Queue("support").logged_in


@pytest.mark.parametrize(("name", "shown"), [("support", "Support"), ("400", "400"), ("", "")])
def test_a_queue_is_called_as_the_phone_system_calls_it(name, shown):
    assert Queue(name).shown == shown
    assert Queue(name, "Sales").shown == "Sales"


def test_the_settings_name_queues_and_what_they_are_called():
    table = {"names": ["400 = Sales & Co", "support"], "interface": "Local/{extension}@q/n"}
    settings, problems = read({"queues": {**table, "pause_reasons": []}})
    assert problems == []
    assert settings.queues.titles == {"400": "Sales & Co", "support": ""}
    assert settings.queues.pause_reasons == ()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("names", ["two words"]),
        ("names", ["= Sales"]),
        ("names", ["a,b"]),
        ("pause_reasons", ["x" * 41]),
        ("pause_reasons", ["a\nb"]),
        ("interface", "7001"),
        ("interface", "Local/{number}@x"),
        ("interface", "PJSIP/7001,x"),
    ],
)
def test_what_a_queue_cannot_be_is_said(key, value):
    settings, problems = read({"queues": {key: value}})
    assert [problem.place for problem in problems] == [f"queues.{key}"]
    assert settings.queues == QueueSettings()
