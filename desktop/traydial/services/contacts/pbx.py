"""Names that the phone system keeps for numbers, where dialplans look them up: AstDB, cidname."""

from collections.abc import Callable, Sequence

from traydial.ami.session import AmiSession
from traydial.domain.contacts import Contact, digits_of
from traydial.domain.errors import ActionFailed, DesktopError, LookupFailed, NotPermitted
from traydial.domain.language import mark, tr
from traydial.domain.numbers.dial_plan import is_extension
from traydial.domain.settings import DialSettings
from traydial.domain.templates import NumberForms

FAMILY = "cidname"
MOST_LETTERS = 200


class PbxContacts:
    """Asks for each number, in the forms in which an entry may be written."""

    name = mark("Phone system")
    by_name = False

    def __init__(
        self,
        session: Callable[[], AmiSession],
        may_ask: Callable[[], bool],
        dialling: DialSettings,
    ) -> None:
        """Take what is fixed; ``session`` raises a DesktopError where there is none."""
        self._session, self._may_ask, self._dialling = session, may_ask, dialling

    @property
    def problem(self) -> str:
        """Why it is not asked."""
        return "" if self._may_ask() else tr("your account may not look there, or is not connected")

    async def start(self) -> None:
        """Load nothing: it is asked call by call."""

    async def candidates(self, number: str) -> Sequence[Contact]:
        """Return whom the phone system knows under this number."""
        digits = digits_of(number)
        if not digits or is_extension(digits, self._dialling) or not self._may_ask():
            return ()
        try:
            session = self._session()
            for key in forms_of(number, self._dialling):
                if name := await _entry(session, key):
                    return (Contact(name, numbers=(number,), source=self.name, ref=key),)
        except NotPermitted:
            return ()  # the settings say so, not each call
        except DesktopError as error:
            raise LookupFailed(
                tr("the phone system was not asked: {error}", error=error)
            ) from error
        return ()

    async def search(self, text: str, most: int) -> Sequence[Contact]:
        """Return nobody: it is asked for numbers."""
        return ()

    async def aclose(self) -> None:
        """End nothing."""


def forms_of(number: str, dialling: DialSettings) -> list[str]:
    """Return how the number may be written in an entry, as it came first."""
    forms = NumberForms.of(number, dialling)
    whole = forms.e164.lstrip("+")
    national = "".join(filter(str.isdigit, forms.national))
    written = (forms.number, forms.digits, forms.e164, whole, national, whole and f"00{whole}")
    return [*dict.fromkeys(filter(None, written))]


async def _entry(session: AmiSession, key: str) -> str:
    try:
        rows = await session.collect("DBGet", ("Family", FAMILY), ("Key", key))
    except ActionFailed as error:
        if "not found" not in error.reason.lower():
            raise
        return ""
    told = next((row.get("Val") for row in rows), "")
    return " ".join(told.split())[:MOST_LETTERS]
