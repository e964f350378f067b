"""`make schema`: the topic files' JSON Schema, for editors that check as one types.

    python -m assistant.store.schema [--check]
"""
import json
import sys
from pathlib import Path

from assistant.store.generated import write_or_check
from assistant.store.topic import SCHEMA_VERSION, Topic

SCHEMA = Path("docs/topic.schema.json")


def schema_text() -> str:
    """The schema as it stands in the code."""
    schema = {"$schema": "http://json-schema.org/draft-07/schema#", "version": SCHEMA_VERSION,
              **Topic.schema(by_alias=True)}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def main(arguments: list) -> int:
    """Writes the file; with --check, only says whether it is up to date."""
    return write_or_check(SCHEMA, schema_text(), arguments, "schema")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
