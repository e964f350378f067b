"""Reads from a request which topics a list or timeline should hold."""
import re
from functools import lru_cache
from pathlib import Path
from typing import Dict

from assistant.store.content import DATA
from assistant.store.names import names_in
from assistant.store.yaml_lines import plain, read_yaml

FILTERS = "filters.yml"
_YEAR = r"((?:19|20)\d\d)"
_SINCE = re.compile(rf"\b(?:since|from|starting)\s+{_YEAR}")
_AFTER = re.compile(rf"\b(?:after|later than)\s+{_YEAR}")
_BEFORE = re.compile(rf"\b(?:before|earlier than)\s+{_YEAR}")
_UNTIL = re.compile(rf"\b(?:until|till|up to|by)\s+{_YEAR}")
_BETWEEN = re.compile(rf"\b(?:between|from)\s+{_YEAR}\s+(?:and|to|until|till)\s+{_YEAR}")
_IN = re.compile(rf"\b(?:in|of|during)\s+{_YEAR}")


def filters_in(text: str, data: Path = DATA) -> Dict[str, object]:
    """The filters that the words of `text` ask for: nation, kind, theme, audience, years.

    Where words fit both an audience and a theme ("carers", "children"), the
    audience is taken; the longest words win.
    """
    found: Dict[str, object] = {}
    known = _known_words(data / FILTERS)
    for name in ("nation", "kind", "audience", "theme"):
        if name == "theme" and "audience" in found:
            continue
        matches = [(len(word), value) for value, listed in known[name].items()
                   for word in names_in(text, listed)]
        if matches:
            found[name] = max(matches)[1]
    return {**found, **_years(text.lower())}


def _years(text: str) -> Dict[str, int]:
    between = _BETWEEN.search(text)
    if between:
        first, last = sorted(int(year) for year in between.groups())
        return {"from_year": first, "to_year": last}
    years: Dict[str, int] = {}
    for pattern, name, shift in ((_SINCE, "from_year", 0), (_AFTER, "from_year", 1),
                                 (_UNTIL, "to_year", 0), (_BEFORE, "to_year", -1)):
        match = pattern.search(text)
        if match:
            years[name] = int(match.group(1)) + shift
    within = _IN.search(text)
    if within and not years:
        years = {"from_year": int(within.group(1)), "to_year": int(within.group(1))}
    return years


@lru_cache(maxsize=4)
def _known_words(path: Path) -> Dict[str, Dict[str, list]]:
    return plain(read_yaml(path))
