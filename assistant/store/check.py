"""`make check-content`: says everything that is wrong with the topic files.

    python -m assistant.store.check [TOPIC ...]

With topic ids, shows only the faults in those topics' files.
"""
import sys
from pathlib import Path
from typing import List

from assistant.store.checks import check
from assistant.store.content import Content, read_content
from assistant.store.vocabulary import ALL_TOPIC_IDS


def main(topic_ids: List[str]) -> int:
    """Prints the faults; returns 1 if there are any, else 0."""
    content = read_content()
    faults = check(content)
    if topic_ids:
        faults = [fault for fault in faults if Path(fault.path).stem in topic_ids]
    for fault in faults:
        print(fault)
    questions = sum(len(asked) for topic in content.topics.values()
                    for asked in topic.questions.values())
    passages = sum(len(topic.passages) for topic in content.topics.values())
    waiting = _waiting(content)
    if waiting:
        print(f"{len(waiting)} topics are referred to but not yet written; the store leaves those links out: "
              f"{', '.join(waiting)}.")
    print(f"{len(content.files)} topics, {passages} passages, {questions} example questions: "
          f"{len(faults)} fault{'' if len(faults) == 1 else 's'}.")
    return 1 if faults else 0


def _waiting(content: Content) -> List[str]:
    named = {relation.to for topic in content.topics.values() for relation in topic.relations}
    return sorted((named & ALL_TOPIC_IDS) - set(content.files))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
