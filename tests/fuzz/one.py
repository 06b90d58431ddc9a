"""One target under atheris: ``python -m tests.fuzz.one TARGET [options of libFuzzer]``."""

import sys

import atheris

with atheris.instrument_imports(include=["traydial"]):
    from tests.fuzz.targets import TARGETS

if __name__ == "__main__":
    work = TARGETS[sys.argv.pop(1)]
    atheris.Setup(sys.argv, lambda data: work(bytes(data)))
    atheris.Fuzz()
