import pytest

from assistant.understanding.language import read
from assistant.understanding.topic_names import NameEntry, TopicNames

NAMES = TopicNames(
    [NameEntry("Carers Act", "carers_act", "own"), NameEntry("Carers (Scotland) Act 2016", "carers_act", "own"),
     NameEntry("Christie Commission", "christie_commission", "own"),
     NameEntry("self-directed support", "self_directed_support_act", "own"),
     NameEntry("Christie", "christie_commission", "weak"),
     NameEntry("the 2014 Act", "care_act", "shared"), NameEntry("the 2014 Act", "children_young_people_act", "shared")],
    ["allowance", "when", "the", "what", "cares", "ring"])


def found(text):
    return [(mention.topics, mention.strength) for mention in NAMES.find(read(text))]


@pytest.mark.parametrize("text", ["the Carers Act", "CARERS ACT?", "carers (scotland) act 2016", "carers-act"])
def test_names_are_found_however_they_are_written(text):
    assert found(text) == [(("carers_act",), "own")]


@pytest.mark.parametrize("text", ["the Chrstie Comission", "self directd support", "christie commision"])
def test_misspelt_names_are_found(text):
    [(_, strength)] = found(text)
    assert strength == "own"


@pytest.mark.parametrize("text", ["carers allowance", "the promise ring", "someone who cares", "", "!!!"])
def test_ordinary_words_are_not_taken_for_names(text):
    assert found(text) == []


def test_the_longest_name_wins():
    assert found("the Christie Commission") == [(("christie_commission",), "own")]
    assert found("what did Christie say") == [(("christie_commission",), "weak")]


def test_a_shared_name_gives_every_topic():
    assert found("is the 2014 act in force") == [(("care_act", "children_young_people_act"), "shared")]


def test_mentions_say_where_they_stand():
    text = "Is the Carers Act in force?"
    [mention] = NAMES.find(read(text))
    assert text[mention.start : mention.end] == "Carers Act"


def test_dictation_that_splits_a_name_is_understood():
    names = TopicNames([NameEntry("asset transfer request", "asset_transfer_requests", "own")], [])
    [mention] = names.find(read("how do we fill in an ass it transfer request form"))
    assert mention.topics == ("asset_transfer_requests",) and mention.likeness < 1.0


def test_a_name_that_is_itself_a_slip_does_not_make_its_words_known():
    names = TopicNames([NameEntry("community justice act", "community_justice_act", "own"),
                        NameEntry("comunity justice act", "community_justice_act", "own")], [])
    [mention] = names.find(read("comunity justise act please"))
    assert mention.topics == ("community_justice_act",)
