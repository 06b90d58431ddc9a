"""How the C library keeps memory, for a program that runs for months."""

import ctypes
import sys

_M_MMAP_THRESHOLD = -3  # malloc.h
_LARGE = 64 << 10


def give_back_large_blocks() -> None:
    """Let the C library return each large block to the system when it is freed.

    By itself glibc begins to keep them once the first was freed, here the picture of a popup;
    what small things lie between them then, and each call leaves 8 kB more that nobody uses.
    """
    if sys.platform == "linux":
        library = ctypes.CDLL(None)
        if hasattr(library, "mallopt"):  # other C libraries than glibc do without
            library.mallopt(_M_MMAP_THRESHOLD, _LARGE)
