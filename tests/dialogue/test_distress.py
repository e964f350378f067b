import pytest

from assistant.dialogue.distress import in_distress
from tests.conftest import ROOT


@pytest.mark.parametrize("text", [
    "I don't want to be alive any more", "honestly I cannae go on like this caring for him", "I feel suicidal",
    "what are my rights, he hits me when he's drunk"])
def test_danger_and_despair_are_heard(text):
    assert in_distress(text, ROOT / "data")


@pytest.mark.parametrize("text", [
    "which policies cover suicide prevention?", "is the carers act dead in the water", "what helps people who self-harm",
    "how do I end my request"])
def test_questions_about_the_subject_are_questions(text):
    assert not in_distress(text, ROOT / "data")
