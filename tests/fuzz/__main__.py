"""Fuzz each target for a while, led by coverage: ``python -m tests.fuzz SECONDS [TARGET…]``.

What breaks one is written to ``tests/fuzz/cases`` and is a test from then on.
"""

import subprocess
import sys
from pathlib import Path

from tests.fuzz.targets import ROOT, TARGETS, seeds

CORPUS = ROOT / ".cache/fuzz"
CASES = Path(__file__).with_name("cases")


def main() -> int:
    """Return how many targets broke."""
    seconds, names = int(sys.argv[1]), sys.argv[2:] or [*TARGETS]
    broken = 0
    for name in names:
        corpus, cases = CORPUS / name, CASES / name
        corpus.mkdir(parents=True, exist_ok=True)
        cases.mkdir(parents=True, exist_ok=True)
        for number, data in enumerate(seeds(name)):
            (corpus / f"seed-{number}").write_bytes(data)
        print(f"{name}: {seconds} s", flush=True)
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "tests.fuzz.one",
                name,
                f"-max_total_time={seconds}",
                f"-artifact_prefix={cases}/",
                "-timeout=10",
                "-rss_limit_mb=2048",
                "-print_final_stats=1",
                "-verbosity=0",
                str(corpus),
            ],
            check=False,
        )
        broken += done.returncode != 0
    return broken


if __name__ == "__main__":
    sys.exit(main())
