"""Each rule is broken once in an otherwise faultless store."""
import pytest

from assistant.store.check import main
from assistant.store.checks import RULES, check
from assistant.store.content import read_content
from tests.conftest import ROOT, made_up_topic


def faults_after(data, write_topic, room="policies", topic_id="carers_act", **changes):
    write_topic(made_up_topic(topic_id, "Carers Act", **changes), room)
    return check(read_content(data))


def test_the_made_up_store_has_no_fault(data):
    assert check(read_content(data)) == []


def test_the_projects_own_content_has_no_fault():
    assert check(read_content(ROOT / "data")) == []


def passages(**changes):
    made = made_up_topic("carers_act", "Carers Act")["passages"]
    made["date"].update(changes)
    return {"passages": made}


BROKEN = [
    ({"relations": [{"to": "moon_act", "kind": "see_also", "why": "It is there."}]}, "dead relation"),
    ({"relations": [{"to": "carers_act", "kind": "see_also", "why": "It is there."}]}, "related to itself"),
    ({"confusions": [{"text": "Not that.", "topic": "moon_act"}]}, "there is no topic moon_act"),
    ({"aliases": ["Carers Act", "Christie Commission"]}, "is also a name of christie_commission"),
    ({"shared_aliases": ["the 2016 Act"]}, "no other topic shares"),
    (passages(sources=["nowhere"]), "missing source: nowhere"),
    (passages(text="Too short."), "the passage has 2 words"),
    (passages(text="The rules have recently been changed. " * 8), "'recently' in a passage without a date"),
    (passages(text="Many people say that it helps them a lot. " * 6), "'Many people say' in a passage marked as law"),
    (passages(easy="The stakeholders meet."), "'stakeholders' is not an easy word"),
    (passages(text="word " * 111), "the passage has 111 words"),
    (passages(easy="Go. " * 61), "the easy text has 61 words"),
    (passages(easy="Notwithstanding intergovernmental considerations, participatory deliberation necessitates accountability."),
     "hard to read"),
    ({"summary": "word " * 26}, "the summary has 26 words"),
    ({"near_misses": []}, "0 near misses"),
    ({"near_misses": [{"text": f"near {n}", "belongs_to": "carers_act"} for n in range(8)]}, "cannot belong to carers_act"),
]


@pytest.mark.parametrize("changes, problem", BROKEN, ids=[problem for _, problem in BROKEN])
def test_a_broken_rule_is_told_with_file_line_and_remedy(data, write_topic, changes, problem):
    faults = [fault for fault in faults_after(data, write_topic, **changes) if problem in fault.problem]
    assert faults, problem
    for fault in faults:
        assert fault.path.endswith("_act.yml") or fault.path.endswith("_commission.yml")
        assert fault.line > 1
        assert fault.remedy


def test_an_unknown_id_is_told(data, write_topic):
    faults = faults_after(data, write_topic, topic_id="moon_act")
    assert any("unknown id moon_act" in fault.problem for fault in faults)


def test_a_source_that_bears_nothing_out_is_told(data, write_topic):
    sources = made_up_topic("carers_act", "Carers Act")["sources"]
    sources["idle"] = {"title": "Idle", "publisher": "Nobody"}
    assert any("bears nothing out" in fault.problem for fault in faults_after(data, write_topic, sources=sources))


def test_a_copy_on_another_site_is_told(data, write_topic):
    sources = made_up_topic("carers_act", "Carers Act")["sources"]
    sources["act"]["url"] = "https://www.scribd.com/doc/1/Act"
    [fault] = [fault for fault in faults_after(data, write_topic, sources=sources) if "copies" in fault.problem]
    assert "publisher's own page" in fault.remedy


def test_an_unofficial_source_may_not_come_first(data, write_topic):
    topic = made_up_topic("carers_act", "Carers Act")
    topic["sources"]["news"] = {"title": "News", "publisher": "A paper"}
    topic["passages"]["date"]["sources"] = ["news", "act"]
    faults = faults_after(data, write_topic, sources=topic["sources"], passages=topic["passages"])
    assert any("unofficial source" in fault.problem for fault in faults)


@pytest.mark.parametrize("questions, problem", [
    (["carers act date"], "1 example questions for date"),
    (["no name here"] + [f"q{n}" for n in range(9)], "must name the topic"),
    (["overview of the Carers Act please"] + [f"q{n}" for n in range(9)], "is also a question of carers_act/overview"),
])
def test_questions_are_counted_named_and_unlike(data, write_topic, questions, problem):
    asked = made_up_topic("carers_act", "Carers Act")["questions"]
    asked["date"] = questions
    assert any(problem in fault.problem for fault in faults_after(data, write_topic, questions=asked))


def test_questions_need_a_passage(data, write_topic):
    asked = made_up_topic("carers_act", "Carers Act")["questions"]
    asked["how_to"] = ["how do I use the Carers Act"]
    assert any("questions but no passage for how_to" in fault.problem
               for fault in faults_after(data, write_topic, questions=asked))


def test_every_fault_is_told_at_once(data, write_topic):
    faults = faults_after(data, write_topic, near_misses=[], summary="word " * 26, **passages(text="Short."))
    assert len(faults) >= 3


def test_every_rule_is_listed_once():
    assert len({rule.__name__ for rule in RULES}) == len(list(RULES)) == 14


def test_the_command_prints_the_faults_and_fails(data, write_topic, monkeypatch, capsys):
    write_topic(made_up_topic("carers_act", "Carers Act", near_misses=[]))
    monkeypatch.setattr("assistant.store.check.read_content", lambda: read_content(data))
    assert main([]) == 1
    printed = capsys.readouterr().out
    assert "carers_act.yml:" in printed and "0 near misses" in printed and "1 fault." in printed


def test_the_command_can_be_narrowed_to_a_topic(data, write_topic, monkeypatch, capsys):
    write_topic(made_up_topic("carers_act", "Carers Act", near_misses=[]))
    monkeypatch.setattr("assistant.store.check.read_content", lambda: read_content(data))
    assert main(["christie_commission"]) == 0
    assert "near misses" not in capsys.readouterr().out
