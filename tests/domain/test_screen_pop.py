"""Which page belongs to a call and when: whoever calls, however they are called."""

import tomllib
from dataclasses import replace
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from traydial.domain.calls import Call, Direction, Phase
from traydial.domain.contacts import Contact, Match
from traydial.domain.pop_settings import PopSettings
from traydial.domain.screen_pop import (
    AGAIN_S,
    MOST_PAGES,
    NOBODY,
    Event,
    Events,
    Opened,
    command_of,
    page_of,
)
from traydial.domain.settings import DialSettings, PhoneSettings, Settings, dump, read
from traydial.domain.web_address import safe_link

CRM = "https://crm.example/search?phone={e164}"
NUMBER = "030 1234567"
ANNA = Contact("Anna Berger", "Berger & Sons", (NUMBER,), "", "Company directory", "4711")


def settings(**pop):
    return Settings(
        phone=PhoneSettings("7001"),
        dialling=DialSettings("DE", "30"),
        pop=PopSettings(**{"url": CRM, **pop}),
    )


def call(key="1", number=NUMBER, phase=Phase.RINGING, direction=Direction.IN, **more):
    return Call(key, direction, phase, 0.0, number=number, **more)


def problems_of(text):
    return [f"{p.place} {p.why}" for p in read(tomllib.loads(f"[pop]\n{text}"))[1]]


# -- settings


def test_the_section_is_read_whole_and_written_again():
    text = """
        url = "https://crm.example/search?phone={e164}"
        sources = ["ldap -> myapp:{ref}"]
        when = "ring"
        schemes = ["https", "myapp"]
        command = ["notify-send", "--", "{name}", "{event}"]
        command_when = "each"
    """
    read_in, problems = read(tomllib.loads(f"[pop]\n{text}"))
    assert problems == []
    assert read_in.pop.by_source == {"ldap": "myapp:{ref}"}
    assert read(dump(read_in)) == (read_in, [])


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("url = 'crm.example/{e164}'", "must be an address"),
        ("url = 'javascript:alert({e164})'", "may not begin with javascript:"),
        ("url = 'file:///{name}'", "may not begin with file:"),
        ("url = 'tel:{e164}'", "may not begin with tel:"),
        ("url = 'https://{name}.example/'", "host"),
        ("url = 'https://crm.example{number}/'", "host"),
        ("url = 'https://me:secret@crm.example/'", "host"),
        ("url = 'https:///{e164}'", "host"),
        ("url = 'https://crm.example:99999/'", "host"),
        ("url = 'https://crm.example/a b'", "blanks"),
        ("url = 'https://crm.example\\x'", "signs"),
        ("url = 'https://crm.example/{phone}'", "there is only"),
        ("url = 'myapp:{e164}'", "not among the schemes"),
        ("sources = ['ldap https://x.example/']", "source -> address"),
        ("sources = ['ldap -> javascript:x']", "may not begin"),
        ("schemes = ['javascript']", "never opened"),
        ("schemes = ['ht tp']", "how an address begins"),
        ("when = 'always'", "one of"),
        ("command = ['{name}']", "begin with a program"),
        ("command = ['run.bat', '{name}']", "batch"),
        ("command = ['sh', '-c', 'say {name}']", "script"),
        ("command = ['/bin/bash', '-lc', 'say {name}']", "script"),
        ("command = ['cmd.exe', '/c', 'echo', '{name}']", "script"),
        ("command = ['powershell', '-Command', 'echo', '{name}']", "script"),
        ("command = ['notify-send', '{phone}']", "there is only"),
    ],
)
def test_what_is_dangerous_or_wrong_is_said(text, why):
    (problem,) = problems_of(text)
    assert why in problem


def test_a_place_beside_a_script_is_an_argument_of_its_own():
    assert problems_of("command = ['sh', '-c', 'say \"$1\"', 'sh', '{name}']") == []
    assert problems_of("command = ['powershell', '-File', 'C:\\pop.ps1', '{name}']") == []


# -- the page


def test_whoever_has_no_page_of_their_own_is_searched_for():
    assert page_of(settings(), NUMBER) == "https://crm.example/search?phone=%2B49301234567"
    assert page_of(settings(when="never"), NUMBER) == ""
    for nobody in ("", "anonymous", "7002"):  # withheld, or a colleague
        assert page_of(settings(), nobody) == ""


@pytest.mark.parametrize("name", ["ldap", "Company Directory"])
def test_a_sources_own_link_wins_then_its_template(name):
    own = settings(sources=(f"{name} -> https://wiki.example/{{ref}}?{{name}}",))
    assert page_of(own, NUMBER, Match((ANNA,), True)) == ("https://wiki.example/4711?Anna%20Berger")
    linked = replace(ANNA, link="https://crm.example/c/1")
    assert page_of(own, NUMBER, Match((linked,), True)) == "https://crm.example/c/1"
    assert page_of(own, "7002", Match((linked,), True)) == "https://crm.example/c/1"
    assert "search" in page_of(own, NUMBER, Match((linked, ANNA), True))  # which one is not clear


def test_only_who_is_sure_has_their_page_opened_by_itself():
    linked = replace(ANNA, link="https://crm.example/c/1")
    loose = Match((linked,), False)
    assert "search" in page_of(settings(), NUMBER, loose, by_itself=True)
    assert page_of(settings(), NUMBER, loose) == "https://crm.example/c/1"  # a person looks
    known = settings(unknown=False)
    assert page_of(known, NUMBER, NOBODY, by_itself=True) == ""
    assert page_of(known, NUMBER, NOBODY) != ""
    assert page_of(known, NUMBER, Match((ANNA,), True), by_itself=True) != ""


def test_only_names_of_people_are_told():
    own = settings(url="https://crm.example/?{name}")
    unsure = call(name="Anna or Bob")
    for match in (Match((ANNA, replace(ANNA, name="Bob")), True), Match((ANNA,), False)):
        assert page_of(own, NUMBER, match, unsure, by_itself=True) == "https://crm.example/?"
    assert page_of(own, NUMBER, NOBODY, call(name="Bob")) == "https://crm.example/?Bob"
    assert page_of(own, NUMBER, Match((ANNA,), True), unsure).endswith("?Anna%20Berger")


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "https://me:pass@crm.example/",
        "https://crm.example\\@evil.example/",
        "https://",
        "https:crm.example",
        "//crm.example/",
        "https://crm.example/a b",
        "https://crm.example/\n--help",
        'https://crm.example/" --help',
        "https://crm.example/\u202egnp",
        "https://crm.example/" + "a" * 2000,
        "myapp:x",
        "--help",
        "",
    ],
)
def test_a_hostile_link_is_never_opened(link):
    assert safe_link(link, ("https", "http")) == ""
    hostile = Match((replace(ANNA, link=link),), True)
    assert page_of(settings(), NUMBER, hostile).startswith("https://crm.example/search?")


def test_what_the_admin_allows_is_opened():
    assert safe_link("myapp:x", ("https", "myapp")) == "myapp:x"
    assert safe_link("http://crm.example/", ("https",)) == ""
    assert safe_link("HTTPS://crm.example:8443/?a=b#c", ("https",)) != ""


@given(st.text(), st.text(max_size=20), st.text(max_size=20))
@example("..", ".", ".")  # browsers go up a folder there
@example("\ud800", "\\", "%2e%2e")
def test_no_caller_changes_host_path_or_number_of_parts(name, company, ref):
    own = settings(url="https://crm.example/c/{name}/{company}{ref}/end?a={name}&b={ref}#{company}")
    match = Match((Contact(name, company, (NUMBER,), "", "x", ref),), True)
    parts = urlsplit(page_of(own, NUMBER, match))
    assert (parts.scheme, parts.netloc) == ("https", "crm.example")
    path = parts.path.split("/")
    assert (path[:2], path[4:]) == (["", "c"], ["end"])
    assert not {unquote(part) for part in path} & {".", ".."}
    assert [key.partition("=")[0] for key in parts.query.split("&")] == ["a", "b"]
    assert parts.geturl().isprintable()


@given(st.text())
@example("--help")
@example("@/etc/passwd")
@example("a\0b\nc")
def test_a_name_is_one_argument_of_a_command_and_no_option(name):
    own = settings(command=("prog", "--for", "{name}", "x={name}", "{e164}"))
    match = Match((Contact(name or "x", "", (NUMBER,)),), True)
    program, *arguments = command_of(own, Event.RING, NUMBER, match)
    assert program == "prog"
    assert len(arguments) == 4
    assert arguments[0] == "--for"
    assert arguments[3] == "+49301234567"
    assert arguments[1][:1] not in {"-", "/", "@"}
    assert "".join(arguments).isprintable()


def test_a_command_is_told_everything():
    words = ("p", "{event}", "{direction}", "{call}", "{extension}", "{link}")
    own = settings(command=words, when="never")  # the command may open it in its own way
    told = command_of(own, Event.END, NUMBER, NOBODY, call("c-1"))
    assert told == ["p", "end", "in", "c-1", "7001", page_of(settings(), NUMBER)]


# -- when


def test_each_event_of_a_call_is_told_once():
    events = Events()

    def told(**changes):
        return [event.value for event, _ in events.of({"1": replace(call(), **changes)})]

    assert told(number="") == []  # nobody yet
    assert told() == ["ring"]
    assert told() == []
    assert told(phase=Phase.TALKING) == ["answer"]
    assert told(phase=Phase.HELD) == []
    assert told(number="030 999", phase=Phase.TALKING) == ["ring", "answer"]  # handed over
    assert told(phase=Phase.ENDED) == ["end"]
    assert told(phase=Phase.ENDED) == []


def test_a_call_that_goes_on_already_is_no_news():
    events = Events()
    assert events.of({"1": call(phase=Phase.TALKING), "2": call("2", phase=Phase.ENDED)}) == []
    assert events.of({"1": call(phase=Phase.HELD)}) == []
    assert [e.value for e, _ in events.of({"1": call(phase=Phase.ENDED)})] == ["end"]


def test_one_who_is_answered_elsewhere_is_never_told_as_answered():
    events = Events()
    events.of({"1": call()})
    assert [e.value for e, _ in events.of({"1": call(phase=Phase.ENDED)})] == ["end"]


def test_a_queue_that_rings_ten_times_opens_once_and_a_flood_only_a_few():
    opened = Opened()
    rings = [opened.may_open(call(str(n), linked="q"), "page", 0.0) for n in range(10)]
    assert rings == [True] + [False] * 9
    assert not opened.may_open(call("later", linked="q"), "page", 3 * AGAIN_S)  # waits still
    opened = Opened()
    opened.may_open(call("first"), "page", 0.0)
    flood = [opened.may_open(call(f"f{n}"), f"page{n}", 1.0 + n) for n in range(20)]
    assert flood.count(True) == MOST_PAGES - 1
    assert opened.may_open(call("late"), "page99", 30 + AGAIN_S)
    assert not opened.may_open(call("again"), "page99", 31 + AGAIN_S)  # the page is open already
