"""What all actions share: read the tracker, ask the dialogue, utter, remember."""
import logging
from abc import ABC, abstractmethod
from dataclasses import replace
from typing import Any, Dict, List

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from assistant.dialogue.answer import Move
from assistant.dialogue.context import Context
from assistant.dialogue.layout import plain_text
from assistant.dialogue.question import questions_from
from assistant.dialogue.remembering import remember
from assistant.dialogue.responding import respond
from assistant.dialogue.talking import is_unreadable, unreadable
from assistant.dialogue.turn import Reply, Turn, reply
from assistant.store.reader import StoreUnavailable, policy_store
from assistant.wording import Wording

logger = logging.getLogger(__name__)

# Channels that can show nothing but words get no JSON.
WORDS_ONLY = ("cmdline",)
# Rasa's text channels cut a message in two at every empty line; a line that
# holds a space looks the same and keeps the answer whole.
EMPTY_LINE, KEPT_LINE = "\n\n", "\n \n"


class MoveAction(Action, ABC):
    """A Rasa action that makes one move.

    Abstract, so that the action server does not register it: it registers
    every subclass of Action that has all it needs.
    """

    @property
    @abstractmethod
    def move_name(self) -> str:
        """The move's name; subclasses set it as a plain attribute."""

    def name(self) -> str:
        """The name by which rules call the action."""
        return f"action_{self.move_name}"

    @abstractmethod
    def make(self, turn: Turn) -> Reply:
        """The move itself."""

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker,
            domain: Dict[str, Any]) -> List[EventType]:
        """Makes the move, utters its answers and returns what is to be remembered."""
        before = Context.from_slots(tracker.slots)
        turn = Turn(questions_from(tracker.latest_message), before, policy_store(), Wording.load())
        try:
            said = self._reply(turn)
            said = replace(said, context=remember(said))
            version = turn.store.version()
        except StoreUnavailable as error:
            logger.error("The turn could not be answered: %s", error)
            said = Reply((turn.say(Move.ERROR, "error.store", reason="store_unavailable"),), before)
            version = None
        self._utter(dispatcher, tracker, turn.wording, said, version)
        slots, old = said.context.as_slots(), before.as_slots()
        return [SlotSet(name, value) for name, value in slots.items() if value != old[name]]

    def _reply(self, turn: Turn) -> Reply:
        if is_unreadable(turn):
            return reply(turn, unreadable(turn))
        return respond(turn, self.move_name, self.make)

    def _utter(self, dispatcher: CollectingDispatcher, tracker: Tracker, wording: Wording,
               said: Reply, version: str) -> None:
        words_only = tracker.get_latest_input_channel() in WORDS_ONLY
        for answer in said.answers:
            answer = replace(answer, content_version=version)
            text = plain_text(answer, wording, suggestions=words_only).replace(EMPTY_LINE, KEPT_LINE)
            if words_only:
                dispatcher.utter_message(text=text)
            else:
                dispatcher.utter_message(text=text, json_message={"answer": answer.as_dict()})
