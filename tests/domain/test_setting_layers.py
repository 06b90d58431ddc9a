import base64

import pytest

from traydial.domain.setting_layers import Layer, Layered, Source, fitted, layered
from traydial.domain.settings import Problem, Settings, dump


def of(policy=None, user=None, machine=None):
    return layered(
        [
            Source(Layer.POLICY, policy or {}, name="policy.toml"),
            Source(Layer.USER, user or {}),
            Source(Layer.MACHINE, machine or {}, name="config.toml"),
        ]
    )


def test_policy_comes_before_the_user_and_the_user_before_the_machine():
    it = of(
        {"pbx": {"tls": True}},
        {"pbx": {"tls": False, "username": "anna"}},
        {"pbx": {"username": "nobody", "hosts": ["pbx.example"]}, "dialling": {"country": "DE"}},
    )
    assert it.settings.pbx.tls
    assert it.settings.pbx.username == "anna"
    assert it.settings.pbx.hosts == ("pbx.example",)
    assert it.settings.dialling.country == "DE"
    assert it.locked == {"pbx.tls"}
    assert it.without_user.pbx.username == "nobody"
    assert it.sources == ("policy.toml", "config.toml")


def test_of_two_policies_the_first_counts():
    policies = [
        Source(Layer.POLICY, {"ask": {"links": "always"}}),
        Source(Layer.POLICY, {"ask": {"links": "listed"}, "clipboard": {"watch": True}}),
    ]
    it = layered(policies)
    assert it.settings.ask.links == "always"
    assert it.locked == {"ask.links", "clipboard.watch"}


def test_what_makes_no_sense_locks_nothing_and_is_named_with_who_said_it():
    it = of({"pbx": {"tls": "yes", "colour": 1}}, {"pbx": {"tls": False}}, {"fax": {}})
    assert it.locked == frozenset()
    assert not it.settings.pbx.tls
    assert [str(problem) for problem in it.problems] == [
        "pbx.tls (locked by the administrator): must be true or false, without quotes",
        "pbx.colour (locked by the administrator): is not a setting that Traydial knows",
        "fax (proposed by the administrator): is not a section that Traydial knows",
    ]


def test_what_does_not_fit_together_is_blamed_on_who_said_it():
    crm = {"url": "http://crm.example/?n={digits}"}
    it = of({"crm": crm}, {"crm": {"header": "X-Key"}})
    assert it.settings.crm == Settings().crm
    assert [problem.place for problem in it.problems] == ["crm.header"]
    assert [problem.layer for problem in it.problems] == [Layer.USER.value]


@pytest.mark.parametrize("layer", [*Layer])
def test_a_password_is_left_out_and_never_repeated(layer):
    it = layered([Source(layer, {"pbx": {"password": "s3cret", "username": "anna"}})])
    (problem,) = it.problems
    assert problem.place == "pbx.password"
    assert "keyring" in problem.why
    assert "s3cret" not in repr(it)
    assert it.settings.pbx.username == "anna"


def test_no_setting_is_taken_for_a_password():
    it = layered([Source(Layer.USER, dump(Settings()))])
    assert it.problems == ()


def test_a_registry_has_ones_and_noughts():
    tables = fitted({"pbx": {"tls": 0, "hosts": ["a.example"]}, "dialling": {"timeout_s": 20}})
    settings = layered([Source(Layer.POLICY, tables)]).settings
    assert not settings.pbx.tls
    assert settings.dialling.timeout_s == 20
    assert fitted({"pbx": {"tls": 2}}) == {"pbx": {"tls": 2}}


def test_what_is_locked_is_put_back_and_named():
    it = of({"pbx": {"hosts": ["pbx.example"]}}, {"pbx": {"username": "anna"}})
    other = of(None, {"pbx": {"hosts": ["evil.example"], "username": "bob"}}).settings
    kept, refused = it.kept_locked(other)
    assert refused == ["pbx.hosts"]
    assert kept.pbx.hosts == ("pbx.example",)
    assert kept.pbx.username == "bob"
    assert it.kept_locked(kept) == (kept, [])


def test_a_signer_counts_from_the_policy_alone_and_a_wrong_one_lets_nobody_in():
    key = base64.b64encode(bytes(32)).decode()
    assert of({"provisioning": {"key": key}}).signer == key
    assert of({"provisioning": {"key": "typo"}}).signer not in ("", "typo")
    it = of(None, {"provisioning": {"key": key}}, {"provisioning": {"key": key}})
    assert it.signer == ""
    assert len(it.problems) == 2


def test_nothing_said_is_what_is_built_in():
    assert layered([]) == Layered(Settings())
    assert Problem("a", "b") == Problem("a", "b", "")
