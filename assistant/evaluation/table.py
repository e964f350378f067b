"""A table that can be printed and that can stand in a Markdown page."""
from dataclasses import dataclass


@dataclass(frozen=True)
class Table:
    """Rows of cells below a header; the first column names the row."""

    title: str
    header: list[str]
    rows: list[list[str]]

    def as_text(self) -> str:
        """Columns in line, for a terminal."""
        lines = [self.header, *self.rows]
        widths = [max(len(line[column]) for line in lines) for column in range(len(self.header))]
        shown = [_aligned(line, widths) for line in lines]
        rule = "─" * max(len(line) for line in shown)
        return "\n".join([self.title, rule, shown[0], rule, *shown[1:], rule])

    def as_markdown(self) -> str:
        rule = ["---", *["---:"] * (len(self.header) - 1)]
        lines = [self.header, rule, *self.rows]
        rows = [f"| {' | '.join(_escaped(cell) for cell in line)} |" for line in lines]
        return "\n".join([f"## {self.title}", "", *rows])


def _aligned(cells: list[str], widths: list[int]) -> str:
    first = cells[0].ljust(widths[0])
    others = [cell.rjust(width) for cell, width in zip(cells[1:], widths[1:], strict=True)]
    return "  ".join([first, *others]).rstrip()


def _escaped(cell: str) -> str:
    return cell.replace("|", "\\|").replace("\n", " ")
