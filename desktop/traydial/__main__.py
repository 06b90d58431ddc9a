"""Run with ``python -m traydial``."""

import sys

from traydial.cli import main

if __name__ == "__main__":
    sys.exit(main())
