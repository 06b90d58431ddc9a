"""What is said and asked beside the calls: notices, and the question before dialling."""

from collections.abc import Callable

from traydial.domain.errors import DesktopError
from traydial.domain.health import News
from traydial.domain.numbers import Number
from traydial.domain.wishes import Question
from traydial.ui.card_stack import CardStack
from traydial.ui.error_words import Words, error_words
from traydial.ui.health_words import news_words
from traydial.ui.meaning import Meaning
from traydial.ui.notice import Notice, Offer
from traydial.ui.question_card import QuestionCard

MOST_NOTICES = 3


class Asides:
    """Keeps the small cards that belong to no call, in the stack below those that do."""

    def __init__(self, stack: CardStack) -> None:
        self._stack = stack
        self.notices: list[Notice] = []
        self.question: QuestionCard | None = None

    def error(self, error: DesktopError) -> None:
        """Tell an error that belongs to no call, without taking the focus."""
        self.say(error_words(error), Meaning.END)

    def news(self, news: News) -> None:
        """Say that something with the phone system is out of order, or in order again."""
        self.say(news_words(news), Meaning.GO if news.is_over else Meaning.ATTENTION)

    def say(self, words: Words, meaning: Meaning, offer: Offer | None = None) -> None:
        """Show a notice; what is said already is not said twice, and the oldest makes room."""
        if any(notice.words == words for notice in self.notices):
            return
        if len(self.notices) == MOST_NOTICES:
            self._drop(self.notices[0])
        notice = Notice(words, meaning, offer)
        notice.over.connect(self._notice_over)
        self.notices.append(notice)
        self._stack.add_guest(notice)
        notice.show()

    def ask(self, question: Question, then: Callable[[Number | None], None]) -> None:
        """Ask before dialling; a question that is still open is replaced."""
        self._drop_question()
        self.question = card = QuestionCard(question)

        def answered(number: Number | None) -> None:
            if self.question is card:
                self._drop_question()
                then(number)

        card.answered.connect(answered)
        self._stack.add_guest(card)
        card.open()

    def close(self) -> None:
        """Take all of them away."""
        self._drop_question()
        for notice in [*self.notices]:
            self._drop(notice)

    def _notice_over(self) -> None:
        for notice in [*self.notices]:
            if notice.is_over:
                self._drop(notice)

    def _drop(self, notice: Notice) -> None:
        self.notices.remove(notice)
        self._stack.remove_guest(notice)
        notice.end()

    def _drop_question(self) -> None:
        if self.question is not None:
            card, self.question = self.question, None
            self._stack.remove_guest(card)
            card.end()
