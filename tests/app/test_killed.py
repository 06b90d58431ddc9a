"""Killed at any moment, the program has lost nothing that it said is kept."""

import json
import subprocess
import sys

import pytest


@pytest.mark.skipif(sys.platform == "win32", reason="within Wine nothing is killed like that")
def test_a_hundred_kills_lose_no_row_and_damage_no_file(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "tests.app.killed", str(tmp_path), "100", "20261123"],
        timeout=300,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    *rounds, rows = done.stdout.splitlines()
    assert [json.loads(line) for line in rounds] == [[]] * 100
    assert int(rows) >= 50  # they were killed in the middle of writing, and not before
