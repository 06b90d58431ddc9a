"""What is saved for others to look into."""

import io

import pytest

from traydial.ami.story import read_story, write_story
from traydial.ami.trace import HEAD, Said
from traydial.domain.settings import Settings, dump, read

CAME = Said(
    False, 2.0, "Event: Newchannel\r\nCallerIDNum: +493012345678\r\nCallerIDName: Anna Berger"
)


def written(*messages, settings=None, secret=""):
    return "".join(write_story(dump(settings or Settings()), messages, b"key", secret))


def test_it_reads_as_it_went_less_what_nobody_may_know():
    sent = Said(True, 1.0, "Action: Login\nUsername: u\nSecret: hush-hush")
    text = written(
        sent, CAME, None, Said(False, 3.0, "Event: Hangup\r\nData: x hush-hush"), secret="hush-hush"
    )
    for hidden in ("hush", "Anna", "345678"):
        assert hidden not in text
    story = read_story(io.StringIO(text))
    assert story.messages[0] == Said(True, 1.0, "Action: Login\r\nUsername: u\r\nSecret: ***")
    assert story.messages[1].text.endswith("CallerIDName: Person 1")
    assert story.messages[2] is None
    assert story.messages[3].text == "Event: Hangup\r\nData: x ***"


def test_the_settings_that_decide_what_is_shown_are_told_and_no_others():
    tables = {
        "phone": {"extension": "7001", "devices": ["PJSIP/7001"]},
        "blocked": {"numbers": ["+493012345678"]},
        "pbx": {"hosts": ["pbx.example.com"], "username": "u"},
    }
    settings, _ = read(tables)
    story = read_story(io.StringIO(written(CAME, settings=settings)))
    again, problems = read(story.tables)
    assert problems == []
    assert again.phone == settings.phone
    assert again.pbx == Settings().pbx
    assert again.blocked != settings.blocked
    assert again.blocked != Settings().blocked


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Event: X\n",
        HEAD,
        HEAD + "# settings [1]\n< 1.0\nA: b\n\n",
        HEAD + "# settings {\n",
        HEAD + "# settings " + "[" * 100_000 + "\n< 1.0\nA: b\n\n",
        HEAD + "< inf\nA: b\n\n",
        HEAD + "< x\nA: b\n\n",
    ],
)
def test_what_is_no_saved_trace_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011 - its words are the parser's
        read_story(io.StringIO(text))
