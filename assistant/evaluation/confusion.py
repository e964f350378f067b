"""Which topic was taken for which: the counts, and a picture of them."""
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from assistant.evaluation.asking import Exchange
from assistant.evaluation.contract import Move
from assistant.evaluation.score import is_turned_away
from assistant.evaluation.wanted import WantedTopic

CLARIFIED, TURNED_AWAY, OTHER_MOVE, NO_GOOD_REPLY = (
    "asked back", "turned away", "other move", "no good reply",
)
_NOT_TOPICS = (CLARIFIED, TURNED_AWAY, OTHER_MOVE, NO_GOOD_REPLY)

_INCHES_A_CELL = 0.26
_INCHES_FOR_LABELS = 3.6
_INCHES_FOR_TITLE = 7


@dataclass(frozen=True)
class Confusion:
    """Counts by wanted topic (rows) and what was got (columns, topics first)."""

    rows: list[str]
    columns: list[str]
    counts: dict[tuple[str, str], int]

    def normalised(self) -> list[list[float]]:
        """The share of each row's questions; every row adds up to 1."""
        table = [[self.counts.get((row, column), 0) for column in self.columns] for row in self.rows]
        return [[count / sum(counts) for count in counts] for counts in table]


def confusion(exchanges: Iterable[Exchange]) -> Confusion:
    """Counts the questions that have a topic; others are left out."""
    counts = Counter(
        (item.wanted.reported_topic(item.reply.answer), _got(item))
        for item in exchanges if isinstance(item.wanted, WantedTopic)
    )
    rows = sorted({row for row, _ in counts})
    got = {column for _, column in counts}
    strays = sorted(got - set(rows) - set(_NOT_TOPICS))
    return Confusion(rows, [*rows, *strays, *(name for name in _NOT_TOPICS if name in got)], dict(counts))


def draw(table: Confusion, title: str, path: Path) -> None:
    """Writes the picture as PNG. Rows are wanted, columns are got, numbers are per cent of the row."""
    import matplotlib  # here, since it takes a second and scores do not need it

    matplotlib.use("Agg")
    from matplotlib import pyplot

    shares = table.normalised()
    size = (max(_INCHES_FOR_TITLE, len(table.columns) * _INCHES_A_CELL + _INCHES_FOR_LABELS),
            len(table.rows) * _INCHES_A_CELL + _INCHES_FOR_LABELS)
    figure, axes = pyplot.subplots(figsize=size, constrained_layout=True)
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=1, aspect="equal")
    axes.set_xticks(range(len(table.columns)), table.columns, rotation=90, fontsize=8)
    axes.set_yticks(range(len(table.rows)), [_row_label(table, row) for row in table.rows], fontsize=8)
    for x in range(len(table.columns) + 1):
        axes.axvline(x - 0.5, color="#e4e4e4", linewidth=0.4)
    for y in range(len(table.rows) + 1):
        axes.axhline(y - 0.5, color="#e4e4e4", linewidth=0.4)
    for y, row in enumerate(shares):
        for x, value in enumerate(row):
            if value:
                colour = "white" if value > 0.6 else "black"
                axes.text(x, y, f"{100 * value:.0f}", ha="center", va="center", fontsize=6, color=colour)
    axes.set_title(title, fontsize=11)
    axes.set_xlabel("got")
    axes.set_ylabel("wanted (number of questions)")
    figure.savefig(path, dpi=120)
    pyplot.close(figure)


def _row_label(table: Confusion, row: str) -> str:
    return f"{row} ({sum(count for (wanted, _), count in table.counts.items() if wanted == row)})"


def _got(item: Exchange) -> str:
    answer = item.reply.answer
    if answer is None:
        return NO_GOOD_REPLY
    if answer.move is Move.ANSWER:
        return answer.topic
    if answer.move is Move.CLARIFY:
        return CLARIFIED
    return TURNED_AWAY if is_turned_away(item) else OTHER_MOVE
