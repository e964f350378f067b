import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.store.content import content_version, load_topics, read_content
from assistant.store.faults import ContentError
from tests.conftest import made_up_topic


def test_topics_are_read_by_id(data):
    assert list(load_topics(data)) == ["carers_act", "christie_commission"]


def test_a_missing_field_gives_file_line_and_remedy(data, write_topic):
    topic = made_up_topic("carers_act", "Carers Act")
    del topic["summary"]
    path = write_topic(topic)
    with pytest.raises(ContentError) as error:
        load_topics(data)
    [fault] = error.value.faults
    assert fault.path.endswith(path.name)
    assert "summary: field required" in fault.problem
    assert "Add `summary:`" in fault.remedy


def test_a_wrong_word_is_told_with_its_line(data, write_topic):
    topic = made_up_topic("carers_act", "Carers Act")
    topic["passages"]["date"]["standing"] = "gossip"
    path = write_topic(topic)
    [fault] = read_content(data).faults
    line = path.read_text().splitlines()[fault.line - 1]
    assert "gossip" in line
    assert "law, guidance, policy, record, opinion" in fault.remedy


def test_broken_yaml_is_told_with_its_line(data):
    path = data / "policies" / "carers_act.yml"
    lines = path.read_text().splitlines()
    lines[3] = "name: 'never closed"
    path.write_text("\n".join(lines))
    [fault] = read_content(data).faults
    assert "not YAML" in fault.problem
    assert fault.line >= 4


def test_one_bad_file_does_not_hide_another(data):
    for name in ("carers_act", "christie_commission"):
        (data / "policies" / f"{name}.yml").write_text("id: [")
    assert len(read_content(data).faults) == 2


def test_an_empty_file_is_told(data):
    (data / "policies" / "carers_act.yml").write_text("")
    [fault] = read_content(data).faults
    assert "empty" in fault.problem


def test_bytes_that_are_no_text_are_told(data):
    (data / "policies" / "carers_act.yml").write_bytes(b"id: carers_act\nname: \xff\xfe\n")
    [fault] = read_content(data).faults
    assert (fault.line, fault.problem) == (2, "a character is not UTF-8")


def test_one_id_in_two_files_is_told(data, write_topic):
    write_topic(made_up_topic("carers_act", "Carers Act"), room="principles")
    [fault] = read_content(data).faults
    assert "is also in" in fault.problem


def test_the_version_follows_the_content(data):
    before = content_version(data)
    assert content_version(data) == before
    path = data / "policies" / "carers_act.yml"
    path.write_text(path.read_text().replace("Carers Act", "Carers' Act", 1))
    assert content_version(data) != before


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300))
def test_no_bytes_make_the_loader_stumble(data, noise):
    """Whatever a file holds, it is read or told as a fault with its file; never a crash."""
    path = data / "policies" / "carers_act.yml"
    path.write_bytes(noise)
    faults = read_content(data).faults
    assert faults and all(fault.path.endswith("carers_act.yml") and fault.line >= 1 for fault in faults)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=40), st.integers(min_value=0, max_value=200))
def test_no_edit_makes_the_loader_stumble(data, noise, place):
    """A slip of the hand in a good file is read or told, with a line that is in the file."""
    path = data / "policies" / "carers_act.yml"
    lines = (data / "policies" / "christie_commission.yml").read_text().splitlines()
    spot = place % len(lines)
    lines[spot] = lines[spot][:2] + noise
    path.write_bytes("\n".join(lines).encode("utf-8", "replace"))
    for fault in read_content(data).faults:
        assert 1 <= fault.line <= len(path.read_bytes().splitlines()) + 1
