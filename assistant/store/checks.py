"""Rules for the topic files that go beyond each file's form.

Each rule is a generator of faults over the whole content; `RULES` lists them.
A rule is added here when a review finds the same thing wrong more than twice.
"""
import re
from collections import defaultdict
from typing import Callable, Dict, Iterable, Iterator, List
from urllib.parse import urlparse

from assistant.store import readability
from assistant.store.content import Content, TopicFile
from assistant.store.faults import Fault
from assistant.store.names import names_in, normalise
from assistant.store.vocabulary import ALL_TOPIC_IDS, DERIVED_FACETS, TOPIC_IDS, Facet, Standing

MAIN_FACETS = ("overview", "key_points", "co_production", "date", "who")
QUESTIONS_A_MAIN_FACET = 8
QUESTIONS_A_FACET = 5
QUESTIONS_A_TOPIC = 45
NEAR_MISSES_A_TOPIC = 8
SUMMARY_WORD_LIMIT = 25
# Sites that a review found cited for papers they only copy.
COPIERS = ("docplayer.net", "docslib.org", "pdffox.com", "scribd.com", "slideshare.net", "studylib.net",
           "vdocuments.mx", "yumpu.com")

_PASSING = re.compile(r"\b(?:currently|at present|at the moment|nowadays|recently|these days|so far|right now|not yet)\b", re.I)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_OPINION = re.compile(r"\b(?:many|some) people (?:say|see|argue|think|feel|believe)\b"
                      r"|\b(?:critics|supporters|campaigners) (?:say|argue|think|believe)\b", re.I)
_OFFICIALESE = re.compile(  # lower case only: "Governance International" is a name
    r"\b(?:stakeholders?|holistic|implementation|governance|provision|legislation|scrutiny|statutory"
    r"|facilitat\w+|empower\w*|engagement|strategic|utilis\w+|prior to|in respect of)\b")

Rule = Callable[[Content], Iterator[Fault]]


def check(content: Content) -> List[Fault]:
    """Every fault in the content: of form, and against each rule."""
    faults = list(content.faults)
    for rule in RULES:
        faults.extend(rule(content))
    return sorted(faults)


def id_is_known_and_in_place(content: Content) -> Iterator[Fault]:
    for file in content.files.values():
        topic_id, room = file.topic.id, file.path.parent.name
        if file.path.stem != topic_id:
            yield file.fault(["id"], f"the file is named {file.path.name} but its id is {topic_id}",
                             f"Name the file {topic_id}.yml, or correct the id.")
        if topic_id not in TOPIC_IDS.get(room, ()):
            yield file.fault(["id"], f"unknown id {topic_id} in data/{room}",
                             "Use an id listed in assistant/store/vocabulary.py, in the folder it names.")


def sources_exist_and_are_used(content: Content) -> Iterator[Fault]:
    for file in content.files.values():
        topic, used = file.topic, set()
        for path, keys in _source_lists(file):
            used.update(keys)
            for key in keys:
                if key not in topic.sources:
                    yield file.fault(path, f"missing source: {key} is not in this file's sources",
                                     f"Add {key} below `sources:`, or correct the spelling.")
        for key in set(topic.sources) - used:
            yield file.fault(["sources", key], f"source {key} bears nothing out",
                             "Name it in a passage or event, or remove it.")


def official_sources_come_first(content: Content) -> Iterator[Fault]:
    for file in content.files.values():
        known = file.topic.sources
        for path, keys in _source_lists(file):
            official = [known[key].official for key in keys if key in known]
            if official != sorted(official, reverse=True):
                yield file.fault(path, "an unofficial source stands before an official one",
                                 "Put the sources marked `official: true` first.")


def links_lead_to_the_publisher(content: Content) -> Iterator[Fault]:
    for file in content.files.values():
        for key, source in file.topic.sources.items():
            host = (urlparse(source.url).hostname or "") if source.url else ""
            if any(host == copier or host.endswith(f".{copier}") for copier in COPIERS):
                yield file.fault(["sources", key, "url"], f"{host} holds copies of other people's papers",
                                 "Link to the publisher's own page, or leave the link out.")


def a_name_means_one_topic(content: Content) -> Iterator[Fault]:
    owners: Dict[str, list] = defaultdict(list)
    for file in content.files.values():
        for field in ("aliases", "weak_aliases"):
            for index, name in enumerate(getattr(file.topic, field)):
                owners[normalise(name)].append((file, [field, index], name))
    for places in owners.values():
        topics = sorted({file.topic.id for file, _, _ in places})
        if len(topics) < 2:
            continue
        for file, path, name in places:
            others = ", ".join(other for other in topics if other != file.topic.id)
            yield file.fault(path, f"'{name}' is also a name of {others}",
                             "Leave it to one topic, or list it under `shared_aliases` in each.")


def a_shared_name_is_shared(content: Content) -> Iterator[Fault]:
    owners: Dict[str, set] = defaultdict(set)
    own_names = {normalise(name): file.topic.id for file in content.files.values()
                 for name in file.topic.aliases}
    for file in content.files.values():
        for name in file.topic.shared_aliases:
            owners[normalise(name)].add(file.topic.id)
    for file in content.files.values():
        for index, name in enumerate(file.topic.shared_aliases):
            if len(owners[normalise(name)]) < 2:
                yield file.fault(["shared_aliases", index], f"no other topic shares the name '{name}'",
                                 "Add it to the other topics it may mean, or move it to `aliases`.")
            elif normalise(name) in own_names:
                yield file.fault(["shared_aliases", index],
                                 f"'{name}' is an alias of {own_names[normalise(name)]} as well",
                                 "A shared name cannot be one topic's alias too; remove one of the two.")


def relations_lead_somewhere(content: Content) -> Iterator[Fault]:
    """An id that is planned but not yet written is no fault; the store leaves it out till it is."""
    for file in content.files.values():
        for index, relation in enumerate(file.topic.relations):
            if relation.to not in ALL_TOPIC_IDS:
                yield file.fault(["relations", index, "to"], f"dead relation: there is no topic {relation.to}",
                                 "Correct the id, or remove the relation.")
            elif relation.to == file.topic.id:
                yield file.fault(["relations", index, "to"], "the topic is related to itself",
                                 "Remove the relation.")
        for index, confusion in enumerate(file.topic.confusions):
            if confusion.topic and confusion.topic not in ALL_TOPIC_IDS:
                yield file.fault(["confusions", index], f"there is no topic {confusion.topic}",
                                 "Correct the id, or leave `topic` out.")


def passages_are_short_and_plain(content: Content) -> Iterator[Fault]:
    for file in content.files.values():
        names = [file.topic.name, *file.topic.aliases]
        for facet, passage in file.topic.passages.items():
            length = readability.words(passage.text)
            if not readability.TEXT_WORD_MINIMUM <= length <= readability.TEXT_WORD_LIMIT:
                wanted = f"{readability.TEXT_WORD_MINIMUM} to {readability.TEXT_WORD_LIMIT}"
                yield file.fault(["passages", facet, "text"], f"the passage has {length} words",
                                 f"Bring it to {wanted} words.")
            length = readability.words(passage.easy)
            if length > readability.EASY_WORD_LIMIT:
                yield file.fault(["passages", facet, "easy"], f"the easy text has {length} words",
                                 f"Bring it to {readability.EASY_WORD_LIMIT} words or fewer.")
            grade = readability.grade(passage.easy, names)
            if grade > readability.EASY_GRADE_LIMIT:
                yield file.fault(["passages", facet, "easy"],
                                 f"the easy text is hard to read (school grade {grade:.1f})",
                                 f"Use shorter sentences and words, to grade {readability.EASY_GRADE_LIMIT:.0f} or below.")
        length = readability.words(file.topic.summary)
        if length > SUMMARY_WORD_LIMIT:
            yield file.fault(["summary"], f"the summary has {length} words",
                             f"Bring it to {SUMMARY_WORD_LIMIT} words or fewer.")


def changing_things_are_dated(content: Content) -> Iterator[Fault]:
    """The second reading's commonest fault: "recently" and "not yet" without a date go stale unseen."""
    for file in content.files.values():
        for facet, passage in file.topic.passages.items():
            found = _PASSING.search(passage.text)
            if found and not _YEAR.search(passage.text):
                yield file.fault(["passages", facet, "text"], f"'{found.group(0)}' in a passage without a date",
                                 "Say as of when, for example 'as of November 2026'.")


def law_holds_no_opinions(content: Content) -> Iterator[Fault]:
    for file in content.files.values():
        for facet, passage in file.topic.passages.items():
            found = _OPINION.search(passage.text) or _OPINION.search(passage.easy)
            if passage.standing == Standing.LAW.value and found:
                yield file.fault(["passages", facet, "standing"], f"'{found.group(0)}' in a passage marked as law",
                                 "Mark the passage as opinion, or leave the opinion out.")


def easy_words_are_easy(content: Content) -> Iterator[Fault]:
    """Words that readability formulas pass and readers do not know; names of topics and bodies aside."""
    for file in content.files.values():
        names = sorted([file.topic.name, *file.topic.aliases], key=len, reverse=True)
        for facet, passage in file.topic.passages.items():
            easy = passage.easy
            for name in names:
                easy = re.sub(re.escape(name), "", easy, flags=re.IGNORECASE)
            found = _OFFICIALESE.search(easy)
            if found:
                yield file.fault(["passages", facet, "easy"], f"'{found.group(0)}' is not an easy word",
                                 "Say it in everyday words.")


def questions_fit_the_passages(content: Content) -> Iterator[Fault]:
    for file in content.files.values():
        topic = file.topic
        for facet in topic.passages:
            minimum = QUESTIONS_A_MAIN_FACET if facet in MAIN_FACETS else QUESTIONS_A_FACET
            count = len(topic.questions.get(facet, ()))
            if count < minimum:
                yield file.fault(["questions", facet], f"{count} example questions for {Facet(facet).value}",
                                 f"Write at least {minimum}, each phrased on its own.")
        for facet, questions in topic.questions.items():
            if facet not in DERIVED_FACETS and facet not in topic.passages:
                yield file.fault(["questions", facet], f"questions but no passage for {Facet(facet).value}",
                                 "Write the passage, or move the questions to the facet that answers them.")
            if questions and not names_in(questions[0], [*topic.aliases, *topic.weak_aliases]):
                yield file.fault(["questions", facet, 0], "the first question of a facet is offered to people "
                                 "and must name the topic", "Put one first that holds one of the aliases or weak aliases.")
        total = sum(len(questions) for questions in topic.questions.values())
        if total < QUESTIONS_A_TOPIC:
            yield file.fault(["questions"], f"{total} example questions in all",
                             f"Write at least {QUESTIONS_A_TOPIC}.")
        if len(topic.near_misses) < NEAR_MISSES_A_TOPIC:
            yield file.fault(["near_misses"], f"{len(topic.near_misses)} near misses",
                             f"Write at least {NEAR_MISSES_A_TOPIC}.")


def a_question_has_one_answer(content: Content) -> Iterator[Fault]:
    owners: Dict[str, str] = {}
    for file in content.files.values():
        for facet, index, question in _questions(file):
            key, owner = normalise(question), f"{file.topic.id}/{Facet(facet).value}"
            if key in owners:
                yield file.fault(["questions", facet, index], f"'{question}' is also a question of {owners[key]}",
                                 "Keep it where it is answered best.")
            owners.setdefault(key, owner)


def near_misses_belong_elsewhere(content: Content) -> Iterator[Fault]:
    for file in content.files.values():
        for index, near_miss in enumerate(file.topic.near_misses):
            home = near_miss.belongs_to
            known = home in ("out_of_scope", "legal_advice") or home in ALL_TOPIC_IDS
            if not known or home == file.topic.id:
                yield file.fault(["near_misses", index], f"a near miss cannot belong to {home}",
                                 "Use out_of_scope, legal_advice or the id of another topic.")


RULES: Iterable[Rule] = (
    id_is_known_and_in_place,
    sources_exist_and_are_used,
    official_sources_come_first,
    links_lead_to_the_publisher,
    a_name_means_one_topic,
    a_shared_name_is_shared,
    relations_lead_somewhere,
    passages_are_short_and_plain,
    changing_things_are_dated,
    law_holds_no_opinions,
    easy_words_are_easy,
    questions_fit_the_passages,
    a_question_has_one_answer,
    near_misses_belong_elsewhere,
)


def _source_lists(file: TopicFile) -> Iterator[tuple]:
    for facet, passage in file.topic.passages.items():
        yield ["passages", facet, "sources"], passage.sources
    for index, event in enumerate(file.topic.events):
        yield ["events", index, "sources"], event.sources
    for index, confusion in enumerate(file.topic.confusions):
        yield ["confusions", index, "sources"], confusion.sources


def _questions(file: TopicFile) -> Iterator[tuple]:
    for facet, questions in file.topic.questions.items():
        for index, question in enumerate(questions):
            yield facet, index, question
