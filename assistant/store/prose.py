"""Lays out the words of a topic file: paragraphs and lists, one line each."""


def reflow(text: str) -> str:
    """Joins the lines of a paragraph or list item; keeps paragraphs and lists apart.

    A topic file is typed with line breaks wherever its editor liked. Out come
    paragraphs parted by an empty line, and list items that start with "- " on
    lines of their own.
    """
    blocks, after_gap = [], True
    for line in (line.strip() for line in text.strip().splitlines()):
        if not line:
            after_gap = True
        elif line.startswith("- "):
            blocks.append(line)
            after_gap = False
        elif after_gap or not blocks:
            blocks.append(line)
            after_gap = False
        else:
            blocks[-1] += f" {line}"
    lines = []
    for index, block in enumerate(blocks):
        in_list = block.startswith("- ") and index and blocks[index - 1].startswith("- ")
        if index and not in_list:
            lines.append("")
        lines.append(block)
    return "\n".join(lines)
