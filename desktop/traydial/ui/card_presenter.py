"""Stands between one call and its card: what is shown, and what a click starts. No Qt."""

from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any, Protocol

from traydial.domain.calls import Call, Cause, Direction
from traydial.domain.connection import Connection
from traydial.domain.errors import CallGone, DesktopError
from traydial.ui.actions import Actions
from traydial.ui.call_presenter import Face, describe
from traydial.ui.card_offers import Do, offer_of
from traydial.ui.consulting import together
from traydial.ui.errands import Errands, Start
from traydial.ui.several import Among

_ENDS = (Do.HANG_UP, Do.DECLINE, Do.CANCEL, Do.ANSWER, Do.BACK)


class CardView(Protocol):
    """What the presenter needs of a card."""

    def show_face(self, face: Face, now: float) -> None:
        """Show another state of the call."""
        ...

    def explain(self, error: BaseException | None) -> None:
        """Say what went wrong; None takes it away."""
        ...


class CardPresenter:
    """One call's presenter. ``pick`` asks for a target or digits, ``close`` takes the card away."""

    def __init__(
        self,
        view: CardView,
        actions: Actions,
        start: Start,
        otherwise: Callable[[DesktopError], None],
        written: Callable[[str], str],
        pick: Callable[[Call, Do], None],
        close: Callable[[str], None],
        who: Callable[[str], str] | None = None,
    ) -> None:
        self._view, self._actions = view, actions
        self._errands = Errands(start, otherwise)
        self._written, self._pick, self._close = written, pick, close
        self._who = who or written
        self._call: Call | None = None
        self._other: Call | None = None
        self._among = Among.ALONE
        self._connection = Connection()
        self._pending: frozenset[Do] = frozenset()
        self._shown: Face | None = None
        self._can_wait = False
        self._asks_consent = False

    @property
    def face(self) -> Face | None:
        """What the card shows."""
        return self._shown

    def update(
        self,
        call: Call,
        connection: Connection,
        other: Call | None = None,
        among: Among = Among.ALONE,
    ) -> None:
        """Take the call as it is now, and the ``other`` that it asks about or that asks."""
        before = self._call
        if before is not None and before.phase is not call.phase:
            self._pending = frozenset()
            self._view.explain(None)  # it was about another state of the call
            busy = call.direction is Direction.OUT and call.cause is Cause.BUSY
            self._can_wait = busy and self._actions.can_wait_for(call.number)
        self._call, self._connection, self._other = call, connection, other
        self._among = among
        self._show()

    def do(self, do: Do) -> None:
        """Do what was clicked."""
        call = self._call
        if call is None:
            return
        if self._consent(do):
            return
        if do in (Do.DIVERT, Do.TRANSFER, Do.KEYPAD):
            self._pick(call, do)
        elif do is Do.WHEN_FREE:
            self._actions.call_when_free(call.number)
            self._close(call.key)
        elif do is Do.CLOSE:
            self._close(call.key)
        elif do in (Do.TRY_AGAIN, Do.CALL_BACK):
            self._run(do, self._again(call), self._dialled)
        elif do is Do.OPEN:
            self._view.explain(None)  # a browser may take long; nothing else waits for it
            work = self._actions.open_contact(call.number)
            self._errands.run(work, partial(self._failed, do))
        elif do is Do.BLOCK:
            self._run(do, self._actions.block(call.number), self._dialled)
        elif do is Do.FETCH_BACK:
            self._run(do, self._actions.fetch_back(call.key))
        elif do is Do.FETCH:
            self._run(do, self._actions.fetch(call.parked_at), self._dialled)
        else:
            self._run(do, self._work(do, call.key))

    def end(self) -> None:
        """Bring nothing to the card any more."""
        self._errands.end()

    def _consent(self, do: Do) -> bool:
        """Ask before the first recording, where the rules say so; tell whether that is all."""
        asked, self._asks_consent = self._asks_consent, False
        rules = self._actions.recording_rules()
        if do is Do.RECORD and rules.consent and not asked:
            self._asks_consent = True
        elif do is not Do.NOT_CONSENTED:
            return False
        self._view.explain(None)
        self._show()
        return True

    def _work(self, do: Do, key: str) -> Coroutine[Any, Any, None]:
        match do:
            case Do.RECORD | Do.CONSENTED | Do.STOP_RECORDING:
                return self._actions.record(key, do is not Do.STOP_RECORDING)
            case Do.PAUSE | Do.RESUME:
                return self._actions.pause_recording(key, do is Do.PAUSE)
            case Do.ANSWER | Do.TALK:
                return self._actions.answer(key)
            case Do.PARK:
                return self._park(key)
            case Do.CONNECT:
                return self._actions.connect(key)
            case Do.ALL_THREE:
                return self._actions.all_three(key)
            case Do.BACK:
                return self._actions.back(key)
            case _:
                return self._actions.hang_up(key)

    def _again(self, call: Call) -> Coroutine[Any, Any, str]:
        first = self._other
        if call.consults and first is not None and first.talking:
            return self._actions.consult(first.key, call.number)
        return self._actions.dial(call.number)

    async def _park(self, key: str) -> None:
        await self._actions.park(key)

    def _run(
        self,
        do: Do,
        work: Coroutine[Any, Any, Any],
        done: Callable[[Do, object], None] | None = None,
    ) -> None:
        self._pending |= {do}
        self._view.explain(None)
        self._show()
        self._errands.run(work, partial(self._failed, do), partial(done or self._done, do))

    def _dialled(self, do: Do, _: object) -> None:
        self._done(do)
        if self._call is not None:
            self._close(self._call.key)

    def _done(self, do: Do, _: object = None) -> None:
        self._pending -= {do}
        self._show()

    def _failed(self, do: Do, error: DesktopError) -> None:
        self._done(do)
        over = do in _ENDS and isinstance(error, CallGone)
        if not over:  # else what was asked for has come true
            self._view.explain(error)

    def _show(self) -> None:
        if self._call is None:
            return
        face = describe(
            self._call,
            self._connection,
            self._written,
            self._pending,
            can_wait=self._can_wait,
            can_answer=self._actions.can_answer(self._call),
            can_open=self._actions.can_open(self._call.number),
            picture=self._actions.picture_of(self._call.number),
            can_block=self._actions.can_block(self._call.number),
            among=self._among,
            rules=self._actions.recording_rules(),
            asks_consent=self._asks_consent,
            named=self._who,
        )
        face = together(
            face,
            self._call,
            self._other,
            partial(offer_of, self._connection, pending=self._pending),
            self._written,
            can_meet=self._actions.can_meet(),
        )
        if face != self._shown:
            self._shown = face
            self._view.show_face(face, self._actions.clock())
