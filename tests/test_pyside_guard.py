import sys

import PySide6
import pytest
from PySide6.QtCore import QObject, Signal


class Bell(QObject):
    rung = Signal(int)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="True is immortal from Python 3.12 on")
def test_emit_keeps_the_references_to_true():
    """PySide6 6.12.0 loses one per emit: the process aborts after some 600 of them."""
    heard: list[int] = []
    bell = Bell()
    bell.rung.connect(heard.append)
    before = sys.getrefcount(True)

    for number in range(200):
        bell.rung.emit(number)

    assert len(heard) == 200
    assert sys.getrefcount(True) > before - 20


def test_the_locked_qt_suits_this_python():
    if sys.version_info < (3, 12):
        assert PySide6.__version_info__[:2] < (6, 12)
