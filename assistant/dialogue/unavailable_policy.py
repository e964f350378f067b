"""Rasa policy: says so when the action server is away.

Rasa logs a failed action and then falls silent. This policy notices that a
turn's action left no words behind and has Rasa itself utter an apology; the
conversation's memory is untouched and goes on when the server is back.
"""
from typing import Any, Dict, List, Optional, Text

from rasa.core.featurizers.tracker_featurizers import TrackerFeaturizer
from rasa.core.policies.policy import Policy, PolicyPrediction, SupportedData, confidence_scores_for
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

APOLOGY = "utter_unavailable"
# Above RulePolicy (6 is Rasa's highest), which would only listen.
PRIORITY = 7


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True)
class UnavailablePolicy(Policy):
    """Predicts the apology after an action that said nothing, then listens."""

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """Rasa's settings for policies."""
        return {"priority": PRIORITY, "max_history": None}

    @staticmethod
    def supported_data() -> SupportedData:
        """Works beside rules; learns from nothing."""
        return SupportedData.ML_AND_RULE_DATA

    @classmethod
    def create(cls, config: Dict[Text, Any], model_storage: ModelStorage, resource: Resource,
               execution_context: ExecutionContext, **kwargs: Any) -> "UnavailablePolicy":
        """Creates the policy (see Rasa's GraphComponent)."""
        return cls(config, model_storage, resource, execution_context)

    def train(self, training_trackers: List, domain: Domain, **kwargs: Any) -> Resource:
        """Learns nothing; Rasa asks every policy to."""
        return self._resource

    @classmethod
    def load(cls, config: Dict[Text, Any], model_storage: ModelStorage, resource: Resource,
             execution_context: ExecutionContext, **kwargs: Any) -> "UnavailablePolicy":
        """There is nothing to load."""
        return cls.create(config, model_storage, resource, execution_context)

    def _create_featurizer(self) -> Optional[TrackerFeaturizer]:
        return None

    def predict_action_probabilities(
        self, tracker: DialogueStateTracker, domain: Domain,
        rule_only_data: Optional[Dict[Text, Any]] = None, **kwargs: Any,
    ) -> PolicyPrediction:
        """The apology, listening after it, or nothing at all."""
        wanted = _wanted_action(_this_turn(tracker), domain)
        if wanted is None:
            return self._prediction(self._default_predictions(domain))
        return self._prediction(confidence_scores_for(wanted, 1.0, domain))


def _this_turn(tracker: DialogueStateTracker) -> List:
    """What happened since the person last said something.

    Nothing, in a conversation that came through no channel: it is one of
    `rasa test`, which runs no actions, and so none of them speaks.
    """
    events = tracker.applied_events()
    for index in range(len(events) - 1, -1, -1):
        if isinstance(events[index], UserUttered):
            return events[index + 1 :] if events[index].input_channel else []
    return []


def _wanted_action(turn: List, domain: Domain) -> Optional[Text]:
    actions = [event.action_name for event in turn if isinstance(event, ActionExecuted)]
    if APOLOGY in actions:
        return ACTION_LISTEN_NAME
    spoke = any(isinstance(event, BotUttered) for event in turn)
    acted = any(action in domain.user_actions and action.startswith("action_") for action in actions)
    return APOLOGY if acted and not spoke else None
