"""Documents made from the code or the content, and whether they are up to date."""
import sys
from pathlib import Path
from typing import List


def write_or_check(path: Path, text: str, arguments: List[str], target: str) -> int:
    """Writes `text` to `path`; with --check among the arguments, only compares.

    Args:
        target: the make target that renews the document, for the message.

    Returns:
        0, or 1 where --check finds the document out of date or missing.
    """
    if "--check" in arguments:
        if path.exists() and path.read_text(encoding="utf-8") == text:
            return 0
        print(f"{path} is out of date: run `make {target}`.", file=sys.stderr)
        return 1
    path.write_text(text, encoding="utf-8")
    print(f"Wrote {path}.")
    return 0
