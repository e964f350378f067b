import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest

from assistant.store.content import content_version
from assistant.store.database import build
from assistant.store.faults import ContentError
from assistant.store.reader import PolicyStore
from tests.conftest import made_up_topic


def test_the_version_built_is_the_contents(data):
    assert build(data, data / "store.db") == content_version(data)
    assert PolicyStore(f"sqlite:///{data / 'store.db'}").version() == content_version(data)


def test_faulty_content_leaves_the_old_store(data, write_topic):
    database = data / "store.db"
    version = build(data, database)
    write_topic(made_up_topic("carers_act", "Carers Act", near_misses=[]))
    with pytest.raises(ContentError, match="0 near misses"):
        build(data, database)
    assert PolicyStore(f"sqlite:///{database}").version() == version
    assert [path.name for path in data.glob("store*")] == ["store.db"]


def test_a_rebuild_is_seen_by_a_reader_that_is_already_open(data, write_topic):
    database = data / "store.db"
    build(data, database)
    store = PolicyStore(f"sqlite:///{database}")
    assert store.topic("carers_act").status == "In force (2026)"
    write_topic(made_up_topic("carers_act", "Carers Act", status="Repealed (2030)"))
    build(data, database)
    assert store.topic("carers_act").status == "Repealed (2030)"


def test_no_reader_meets_half_a_store(data):
    database = data / "store.db"
    build(data, database)
    store = PolicyStore(f"sqlite:///{database}")
    with ThreadPoolExecutor(4) as pool:
        rebuilds = [pool.submit(build, data, database) for _ in range(4)]
        reads = [pool.submit(lambda: len(store.topics())) for _ in range(200)]
        assert {read.result() for read in reads} == {2}
        assert len({rebuild.result() for rebuild in rebuilds}) == 1


def test_full_text_is_stemmed(data):
    build(data, data / "store.db")
    with sqlite3.connect(data / "store.db") as connection:
        found = connection.execute("SELECT passage_id FROM passage_text WHERE passage_text MATCH 'carer'").fetchall()
    assert ("carers_act/overview",) in found
