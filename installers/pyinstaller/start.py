"""What the bundle starts."""

import sys

from traydial.cli import main

if __name__ == "__main__":
    sys.exit(main())
