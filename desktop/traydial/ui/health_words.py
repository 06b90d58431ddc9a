"""What is out of order with the phone system, in the user's words."""

from traydial.domain.health import Ailment, Health, News, Part
from traydial.domain.language import tr
from traydial.domain.plain_text import safe_text
from traydial.ui.error_words import Words


def health_line(ailment: Ailment) -> str:
    """Return a line for the tray."""
    return {
        Part.PHONE: tr("Your phone is not signed in"),
        Part.TRUNK: tr("Line down: {name}", name=safe_text(ailment.name, 40)),
        Part.RESTART: tr("The phone system is restarting"),
        Part.SHUTDOWN: tr("The phone system is shutting down"),
    }[ailment.part]


def news_words(news: News) -> Words:
    """Return what is said when something goes wrong, or is right again."""
    line = safe_text(news.ailment.name, 40)
    if news.is_over:
        return {
            Part.PHONE: Words(tr("Your phone is signed in again.")),
            Part.TRUNK: Words(tr("The line {line} is up again.", line=line)),
            Part.RESTART: Words(tr("The phone system is back.")),
            Part.SHUTDOWN: Words(tr("The phone system is back.")),
        }[news.ailment.part]
    return {
        Part.PHONE: Words(
            tr("Your phone is not signed in to the phone system."),
            tr("It does not ring until it is: look at its cable, or at your phone program."),
        ),
        Part.TRUNK: Words(
            tr("The line {line} is down.", line=line),
            tr("Calls to and from outside may fail until it is back."),
        ),
        Part.RESTART: Words(
            tr("The phone system is restarting."), tr("Traydial connects again by itself.")
        ),
        Part.SHUTDOWN: Words(
            tr("The phone system is shutting down."), tr("Traydial connects again once it is back.")
        ),
    }[news.ailment.part]


def in_order(health: Health) -> list[Ailment]:
    """Return what is out of order, the user's own phone first."""
    parts = [*Part]
    return sorted(health.ailments, key=lambda a: (parts.index(a.part), a.name))
