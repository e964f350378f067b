import json

import jsonschema
import pytest

from assistant.store.schema import SCHEMA, main, schema_text
from tests.conftest import ROOT, made_up_topic


def test_the_exported_schema_is_up_to_date(monkeypatch):
    monkeypatch.chdir(ROOT)
    assert main(["--check"]) == 0
    assert SCHEMA.read_text(encoding="utf-8") == schema_text()


def test_editors_accept_what_the_store_accepts():
    schema = json.loads(schema_text())
    topic = made_up_topic("carers_act", "Carers Act")
    jsonschema.validate(topic, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**topic, "kind": "novel"}, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**topic, "colour": "blue"}, schema)
