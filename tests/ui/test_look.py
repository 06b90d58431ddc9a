import pytest
from PySide6.QtGui import QColor, QFont, QPalette

from traydial.ui import look
from traydial.ui.meaning import Meaning


def palette(ground, text):
    made = QPalette()
    made.setColor(QPalette.ColorRole.Window, QColor(ground))
    made.setColor(QPalette.ColorRole.WindowText, QColor(text))
    return made


PALETTES = [
    palette("#efefef", "#000000"),
    palette("#ffffff", "#1b1d1f"),
    palette("#2a2d31", "#eceff1"),
    palette("#000000", "#ffffff"),
]


@pytest.mark.parametrize("colours", PALETTES)
@pytest.mark.parametrize("meaning", Meaning)
def test_colours_can_be_read_on_any_ground(colours, meaning):
    ground = look.card_ground(colours)
    assert look.contrast(look.colour(colours, meaning), ground) >= 4.5
    assert look.contrast(look.fill(meaning), QColor("white")) >= 4.5
    assert look.contrast(look.secondary_ink(colours), ground) >= 4.5


@pytest.mark.parametrize("colours", PALETTES)
@pytest.mark.parametrize("chosen", [False, True])
def test_a_chosen_line_can_be_read(colours, chosen):
    ground = look.row_ground(colours, chosen)
    inks = [look.secondary_ink(colours), *(look.colour(colours, one) for one in Meaning)]
    assert min(look.contrast(ink, ground) for ink in inks) >= 4.5


@pytest.mark.parametrize("colours", PALETTES)
def test_the_recording_dot_stands_out_on_any_ground(colours):
    assert look.contrast(look.lamp(colours), look.card_ground(colours)) >= 3


def test_every_icon_can_be_drawn(qapp):
    for name in look.icon_names():
        icon = look.icon(name, qapp.palette())
        image = icon.pixmap(16).toImage()
        alphas = {image.pixelColor(x, y).alpha() for x in range(16) for y in range(16)}
        assert max(alphas) > 100


def test_figures_are_tabular_where_time_ticks(qapp):
    assert look.tabular(QFont()).featureTags()
