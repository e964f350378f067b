"""Rasa's REST channel, with people's words taken as words."""
from typing import Text

from rasa.core.channels.rest import RestInput
from sanic.request import Request

COMMAND_SIGN = "/"


class WordsOnlyRest(RestInput):
    """The stock REST channel, except that a leading "/" has no meaning.

    In stock Rasa a message that starts with "/" fires the intent it names, so
    that anybody could restart a conversation or set its slots.
    """

    @classmethod
    def name(cls) -> Text:
        """The stock name, so that the address stays /webhooks/rest/webhook."""
        return RestInput.name()

    def _extract_message(self, req: Request) -> Text:
        """The message's text; empty where there is none or it is not text."""
        message = (req.json or {}).get("message")
        return message.lstrip(f"{COMMAND_SIGN} ") if isinstance(message, str) else ""
