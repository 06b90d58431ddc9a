"""What is said of a file with settings, before it is taken."""

from traydial.domain.language import plural, tr
from traydial.domain.plain_text import safe_text
from traydial.domain.provisioning import Change, Provision
from traydial.ui.layer_words import label_of, locked_words
from traydial.ui.settings_form import PAGES

_MOST = 200  # characters of one value
_MOST_PROBLEMS = 5


def title_of(place: str) -> str:
    """Return what a setting is called, with the page that it is on."""
    page = next((p for p in PAGES if any(f.place == place for f in p.fields)), None)
    return f"{tr(page.title)}: {label_of(place)}" if page else place


def value_words(place: str, value: object) -> str:
    """Return a value as a person reads it."""
    field = next((f for page in PAGES for f in page.fields if f.place == place), None)
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if isinstance(value, list):
        value = ", ".join(map(str, value))
    if field is not None:
        words = dict(field.choices).get(str(value))
        value = tr(words) if words else value
    return safe_text(str(value), _MOST) or tr("nothing")


def change_words(change: Change) -> str:
    """Say what a setting is and would be."""
    old, new = (value_words(change.place, value) for value in (change.old, change.new))
    return tr("{setting}: {new} (now {old})", setting=title_of(change.place), new=new, old=old)


def headline(offer: Provision) -> str:
    """Say how much a file would change."""
    name, count = safe_text(offer.name, 60), len(offer.changes)
    if not count:
        return tr("{name} changes nothing.", name=name)
    return plural("{name} changes one setting.", "{name} changes {n} settings.", count, name=name)


def source_words(offer: Provision) -> str:
    """Say what is known of who made it."""
    if offer.signed:
        return tr("It is signed by your administrator.")
    return tr("Nobody has signed it. Import it only if you know who sent it.")


def left_out(offer: Provision) -> list[str]:
    """Say what it names in vain, and why."""
    said = [locked_words(offer.locked).sentence] if offer.locked else []
    if offer.unsigned:
        names = ", ".join(label_of(place) for place in offer.unsigned)
        said.append(tr("Taken from signed files only, so left out: {names}.", names=names))
    said += [
        tr("Left out: {problem}", problem=safe_text(str(problem), _MOST))
        for problem in offer.problems[:_MOST_PROBLEMS]
    ]
    if more := len(offer.problems[_MOST_PROBLEMS:]):
        said.append(
            plural("And {n} more that makes no sense.", "And {n} more that make no sense.", more)
        )
    return said
