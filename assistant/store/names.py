"""How names and questions are compared: by letters and digits alone."""
import re
import unicodedata

_NOT_WORD = re.compile(r"[^a-z0-9]+")


def normalise(text: str) -> str:
    """Lower case, accents off, everything else to single spaces.

    "Self-Directed Support (Scotland) Act 2013" and "self directed support
    scotland act 2013" come out alike.
    """
    text = unicodedata.normalize("NFKD", text.lower().replace("&", " and "))
    text = "".join(char for char in text if not unicodedata.combining(char))
    text = text.replace("'", "").replace("’", "")
    return _NOT_WORD.sub(" ", text).strip()


def names_in(text: str, names) -> list:
    """Those of `names` that stand in `text` as whole words."""
    padded = f" {normalise(text)} "
    return [name for name in names if f" {normalise(name)} " in padded]
