import inspect
import re

import pytest

from traydial.domain import errors
from traydial.domain.calls import Call, Cause, Direction, Phase
from traydial.domain.connection import Connection, Link
from traydial.domain.errors import (
    CertificateFault,
    CertificateNotTrusted,
    DesktopError,
    HistoryFault,
    HistoryTrouble,
    NotPermitted,
    SelectionFault,
    SelectionUnreadable,
)
from traydial.domain.privileges import Ability
from traydial.ui.error_words import error_words
from traydial.ui.words import ability_why_not, cause_words, link_words, phase_words

KINDS = [
    kind
    for kind in vars(errors).values()
    if inspect.isclass(kind) and issubclass(kind, DesktopError) and kind is not DesktopError
]
TERMS = re.compile(
    r"\b(AMI|Originate|MixMonitor|Redirect|Hangup|manager|TLS|SSL|errno|channel|PJSIP)\b|[!_]|0x",
)


def made(kind):
    wanted = [*inspect.signature(kind.__init__).parameters][1:]
    given = {"fault": CertificateFault.OTHER if "host" in wanted else SelectionFault.OTHER}
    if kind is HistoryTrouble:
        given = {"fault": HistoryFault.FULL}
    if kind.__init__ is Exception.__init__ or wanted == ["args", "kwargs"]:
        return kind("the detail")
    return kind(**{name: given.get(name, "the detail") for name in wanted})


def is_plain(words):
    assert words.sentence.endswith(".")
    for text in (words.sentence, words.remedy):
        assert not TERMS.search(text)
        assert len(text) < 110


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_error_has_plain_words_of_its_own(kind):
    words = error_words(made(kind))
    is_plain(words)
    assert "Something went wrong" not in words.sentence


@pytest.mark.parametrize("fault", CertificateFault)
def test_every_certificate_fault_has_words_and_tells_the_fingerprint(fault):
    words = error_words(CertificateNotTrusted("pbx:5039", fault, "AB:CD", "why"))
    is_plain(words)
    assert words.remedy
    assert "AB:CD" in words.detail


@pytest.mark.parametrize("fault", SelectionFault)
def test_every_selection_fault_has_words(fault):
    words = error_words(SelectionUnreadable(fault))
    is_plain(words)
    assert words.remedy


@pytest.mark.parametrize("fault", HistoryFault)
def test_every_fault_of_the_history_has_words(fault):
    words = error_words(HistoryTrouble(fault))
    is_plain(words)
    assert words.remedy


def test_the_certificate_faults_differ():
    sentences = {
        error_words(CertificateNotTrusted("h", fault, "", "")).sentence
        for fault in CertificateFault
    }
    assert len(sentences) == len(CertificateFault)


def test_a_missing_right_names_what_is_missing_in_the_detail_only():
    words = error_words(NotPermitted("MixMonitor"))
    assert "write = call,system" in words.detail
    is_plain(words)


@pytest.mark.parametrize("error", [ValueError("boom"), KeyError("x"), OSError(5, "io")])
def test_an_unknown_error_has_words_too(error):
    words = error_words(error)
    is_plain(words)
    assert type(error).__name__ in words.detail


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("cause", Cause)
def test_every_cause_has_words(cause, direction):
    assert cause_words(cause, direction)
    assert "!" not in cause_words(cause, direction)


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("phase", Phase)
def test_every_phase_has_words(phase, direction):
    assert phase_words(Call("k", direction, phase, 0.0))


@pytest.mark.parametrize("link", Link)
def test_every_state_of_the_link_has_words(link):
    assert link_words(Connection(link, 1.0), "7001").startswith("7001")


@pytest.mark.parametrize("ability", Ability)
def test_why_not_tells_offline_from_forbidden(ability):
    online = Connection(Link.ONLINE, abilities=frozenset({ability}))
    assert ability_why_not(online, ability) == ""
    assert "account" in ability_why_not(Connection(Link.ONLINE), ability)
    assert "Not connected" in ability_why_not(Connection(), ability)
