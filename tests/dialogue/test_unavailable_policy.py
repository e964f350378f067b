import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from assistant.dialogue.unavailable_policy import APOLOGY, _this_turn, _wanted_action

DOMAIN = Domain.from_dict({"intents": ["greet"], "actions": ["action_answer"], "responses": {APOLOGY: [{"text": "Sorry"}]}})


@pytest.mark.parametrize("events, wanted", [
    ([ActionExecuted("action_answer")], APOLOGY),
    ([ActionExecuted("action_answer"), BotUttered("words")], None),
    ([ActionExecuted("action_answer"), ActionExecuted(APOLOGY), BotUttered("Sorry")], "action_listen"),
    ([], None),
])
@pytest.mark.parametrize("channel", ["rest", None])
def test_an_apology_follows_an_action_that_said_nothing(events, wanted, channel):
    heard = UserUttered("hello", {"name": "greet"}, input_channel=channel)
    tracker = DialogueStateTracker.from_events("somebody", [heard, *events])
    assert _wanted_action(_this_turn(tracker), DOMAIN) == (wanted if channel else None)
