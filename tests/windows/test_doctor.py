"""``traydial doctor`` on Windows, on the demo PBX."""

from tests.windows.copies import lines


def test_every_line_of_the_doctor(profile):
    code, said, noted = profile.run("doctor", "--json", "--trace", str(profile.folder / "x.txt"))
    checks = {check["key"]: check for check in lines(said) if "key" in check}
    wanted = ("name", "port", "tls", "login", "version", "phone", "keyring", "tel_handler")
    assert {*wanted} <= {*checks}, [*checks]
    for key in ("name", "port", "login", "phone"):
        assert checks[key]["grade"] == "green", checks[key]
    assert code == 0, noted
    trace = (profile.folder / "x.txt").read_text("utf-8")
    assert "Action: Login" in trace
    assert profile.demo.secret not in trace
