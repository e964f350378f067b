"""What a message comes down to: the question at the end of a story."""
from assistant.understanding.language import read


def closing_question(text: str) -> str:
    """The last sentence that ends in a question mark, or else the last sentence; all of it if it is one."""
    sentences = [sentence.text.strip() for sentence in read(text).sents if sentence.text.strip()]
    if len(sentences) < 2:
        return text
    asking = [sentence for sentence in sentences if sentence.endswith("?")]
    return (asking or sentences)[-1]
